#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A real web server, with and without TLS: conditional requests, compression, and certificates that are
# not to be trusted.
. "${srcdir:-.}/tests/net/net-lib.sh"

PATH=$PATH:/usr/sbin:/usr/local/sbin
command -v nginx >/dev/null || lack "nginx was not found"
command -v openssl >/dev/null || lack "openssl was not found"

# free_port: one that nobody listens to now. The misbehaving server knows how to ask for one.
free_port() {
	printf '' | "$builddir/tests/server/server" /dev/null
}
plain=$(free_port) good=$(free_port) expired=$(free_port) wrong=$(free_port) own=$(free_port)

mkdir "$work/pages" "$work/tls" || exit 99
seq 1 5000 >"$work/pages/day.txt"
chmod 755 "$work" "$work/pages" # started by root, its workers are somebody else

# certificate NAME HOST FIRST LAST: signed by the authority, valid between two dates.
certificate() {
	openssl req -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$work/tls/$1.key" \
		-out "$work/tls/$1.csr" 2>>"$work/openssl.log" &&
		printf 'subjectAltName=%s\n' "$2" >"$work/tls/$1.ext" &&
		sed -i -e 's/=\([0-9]\)/=IP:\1/' -e 's/=\([a-z]\)/=DNS:\1/' "$work/tls/$1.ext" &&
		sign "$1" "$3" "$4"
}

# `openssl ca` is what sets both dates.
sign() {
	openssl ca -batch -notext -config "$work/tls/ca.conf" -startdate "$2" -enddate "$3" \
		-extfile "$work/tls/$1.ext" -in "$work/tls/$1.csr" -out "$work/tls/$1.pem" \
		2>>"$work/openssl.log"
}

cat >"$work/tls/ca.conf" <<END
[ca]
default_ca = here
[here]
database = $work/tls/index.txt
new_certs_dir = $work/tls
serial = $work/tls/serial
certificate = $work/tls/ca.pem
private_key = $work/tls/ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
END
: >"$work/tls/index.txt"
echo 01 >"$work/tls/serial"
make_certificates() {
	openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Test Authority' \
		-keyout "$work/tls/ca.key" -out "$work/tls/ca.pem" 2>>"$work/openssl.log" &&
		openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=127.0.0.1' \
			-addext 'subjectAltName=IP:127.0.0.1' \
			-keyout "$work/tls/own.key" -out "$work/tls/own.pem" 2>>"$work/openssl.log" &&
		certificate good 127.0.0.1 20200101000000Z 20400101000000Z &&
		certificate expired 127.0.0.1 20200101000000Z 20210101000000Z &&
		certificate wrong elsewhere.example 20200101000000Z 20400101000000Z
}
make_certificates
result $? "openssl makes certificates" || sed 's/^/# /' "$work/openssl.log"

# tls_server PORT CERTIFICATE
tls_server() {
	cat <<END
	server {
		listen 127.0.0.1:$1 ssl http2;
		ssl_certificate $work/tls/$2.pem;
		ssl_certificate_key $work/tls/$2.key;
		root $work/pages;
	}
END
}

{
	cat <<END
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
	log_format told '\$status \$body_bytes_sent \$server_protocol \$connection_requests "\$http_user_agent"';
	access_log $work/access.log told;
	client_body_temp_path $work/t1;
	proxy_temp_path $work/t2;
	fastcgi_temp_path $work/t3;
	uwsgi_temp_path $work/t4;
	scgi_temp_path $work/t5;
	default_type text/plain;
	charset utf-8;
	gzip on;
	gzip_types text/plain;
	server {
		listen 127.0.0.1:$plain;
		root $work/pages;
	}
END
	tls_server "$good" good
	tls_server "$expired" expired
	tls_server "$wrong" wrong
	tls_server "$own" own
	echo '}'
} >"$work/nginx.conf"

# It says on its log that it listens, before it answers; until then connections are refused.
nginx -p "$work" -e "$work/nginx.log" -c "$work/nginx.conf" 2>"$work/nginx.err" &
nginx=$!
trap 'kill "$nginx" 2>/dev/null; wait "$nginx" 2>/dev/null; rm -rf "$work"' EXIT

# gives NAME PATTERN ARGUMENT…
gives() {
	name=$1 pattern=$2
	shift 2
	run "$fetch" "$@"
	says out "$pattern" "$name"
}

length=$(wc -c <"$work/pages/day.txt" | tr -d ' ')
gives "a page, once the server is up" "^200 $length .* text/plain; charset=utf-8\$" \
	--attempts 12 "http://127.0.0.1:$plain/day.txt" || sed 's/^/# /' "$work/nginx.err" "$work/nginx.log"
etag=$(sed -n 's/^200 [0-9]* \([^ ]*\) .*/\1/p' "$work/out")
gives "nothing new" '^304 0 ' --etag "$etag" "http://127.0.0.1:$plain/day.txt"
gives "nothing there" '^404 ' "http://127.0.0.1:$plain/nothing"
gives "TLS of an authority that was named" "^200 $length " --ca "$work/tls/ca.pem" \
	"https://127.0.0.1:$good/day.txt"
gives "an authority nobody named" '^failed 127.0.0.1: cannot be trusted' \
	"https://127.0.0.1:$good/day.txt"
gives "a certificate that signs itself" '^failed 127.0.0.1: cannot be trusted' \
	--ca "$work/tls/ca.pem" "https://127.0.0.1:$own/day.txt"
gives "an expired certificate" '^failed 127.0.0.1: cannot be trusted' --ca "$work/tls/ca.pem" \
	"https://127.0.0.1:$expired/day.txt"
gives "a certificate of another host" '^failed 127.0.0.1: cannot be trusted' \
	--ca "$work/tls/ca.pem" "https://127.0.0.1:$wrong/day.txt"
gives "TLS where there is none" '^failed 127.0.0.1: cannot be trusted' \
	"https://127.0.0.1:$plain/day.txt"
gives "several pages" '^200 ' --connections 1 --spacing 0 "http://127.0.0.1:$plain/day.txt" \
	"http://127.0.0.1:$plain/day.txt" "http://127.0.0.1:$plain/day.txt"
is "$(grep -c "^200 $length " "$work/out")" 3 "all of them"

# What the server told: status, bytes of the body, protocol, which request of its connection, who.
awk -v length_="$length" '$1 == 200 && $2 < length_ { found = 1 } END { exit !found }' "$work/access.log"
result $? "the body came packed"
awk '$3 == "HTTP/1.1" && $4 >= 3 { found = 1 } END { exit !found }' "$work/access.log"
result $? "a connection is used again"
protocol=HTTP/1.1
ldd "$fetch" 2>/dev/null | grep -q nghttp2 && protocol=HTTP/2.0
grep -q "^200 [0-9]* $protocol " "$work/access.log"
result $? "the best protocol both know is spoken: $protocol"
# What was TLS and no request, 400, says nothing.
awk '$1 != 400 && $5 !~ /^"shoroku\/[0-9.]+"$/ { found = 1 } END { exit found }' "$work/access.log"
result $? "every request says whose it is" || sed 's/^/# /' "$work/access.log"
finish

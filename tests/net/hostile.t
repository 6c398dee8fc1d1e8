#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Servers that mean no good: each request ends in a sentence, within the limits, in little memory.
. "${srcdir:-.}/tests/net/net-lib.sh"

cat >"$work/script" <<'END'
/good         text "hello world" etag v1 header "Content-Type: text/plain; charset=EUC-JP"
/later        status 503 header "Retry-After: 0" ; text fine
/never        status 503
/wait         status 503 header "Retry-After: 100000"
/chunks       bytes 10 chunks
/redirect     redirect /good
/endless      endless
/bomb         zeros 200
/drip         bytes 3000 drip 20
/one          bytes 100 drip 1000
/start        hang start
/head         text hello hang head
/body         bytes 1000 hang body
/headers      headers 2000 text x
/loop         redirect /loop
/file         redirect file:///etc/passwd
/gopher       redirect gopher://127.0.0.1/
/elsewhere    redirect http://localhost/
/cut          bytes 1000 cut 100
/bad          bytes 10 bad-chunk
/reset        reset
/empty        status 200
http://page.example/good text "hello world"
/dated        text x modified "Wed, 24 Sep 2025 00:00:00 GMT"
/chain        redirect /redirect
/inside       redirect http://[::ffff:7f00:1]/
/bytes        bytes 2000000
/mime         header "Content-Encoding: gzip" text "this is not packed"
END
serve "$work/script"
deaf

# gives NAME PATTERN ARGUMENT…: what a request comes to, and that it took little memory.
gives() {
	name=$1 pattern=$2
	shift 2
	run "$fetch" "$@"
	says out "$pattern" "$name"
	memory=$(sed -n 's/^memory //p' "$work/out")
	[ -n "$memory" ] || return 0 # a sanitizer's build
	[ "$memory" -le 32768 ]
	result $? "$name: $memory KiB"
}

gives "a good answer" '^200 11 v1 text/plain; charset=EUC-JP$' "$url/good"
gives "nothing new" '^304 0 v1 ' --etag v1 "$url/good"
gives "nothing there" '^404 0 - -$' "$url/nothing"
gives "good at the second attempt" '^200 4 ' "$url/later"
gives "never good" '^503 0 ' "$url/never"
gives "a wait longer than one would" '^503 0 ' --attempts 4 "$url/wait"
gives "chunks" '^200 10 ' "$url/chunks"
gives "a redirect on the same host" '^200 11 ' "$url/redirect"
gives "a body without end" '^failed 127.0.0.1: more than 8 MiB came' "$url/endless"
gives "zeros packed with gzip" '^failed 127.0.0.1: more than 8 MiB came' "$url/bomb"
gives "a byte now and then" '^failed 127.0.0.1: too slow' --total 9000 --attempts 1 "$url/drip"
gives "nothing new since" '^304 0 ' --modified "Wed, 24 Sep 2025 00:00:00 GMT" "$url/dated"
gives "two redirects" '^200 11 ' "$url/chain"
gives "two megabytes" '^200 2000000 ' "$url/bytes"
gives "no connection in time" '^failed 127.0.0.1: too slow' --connect 300 --attempts 1 \
	"http://127.0.0.1:$deaf_port/"
gives "no greeting for TLS" '^failed 127.0.0.1: too slow' --connect 300 --attempts 1 \
	"https://127.0.0.1:$port/"
gives "what claims to be packed" '^failed 127.0.0.1: the answer is of no use' "$url/mime"
gives "a byte a second" '^failed 127.0.0.1: too slow' --total 9000 --attempts 1 "$url/one"
gives "no answer" '^failed 127.0.0.1: too slow' "$url/start"
gives "half of the headers" '^failed 127.0.0.1: too slow' "$url/head"
gives "half of the body" '^failed 127.0.0.1: too slow' "$url/body"
gives "a flood of headers" '^failed 127.0.0.1: more than 64 KiB of headers' "$url/headers"
gives "redirects without end" '^failed 127.0.0.1: redirected more than 5 times' "$url/loop"
gives "a redirect to a file" '^failed 127.0.0.1: redirected to something that is not fetched' "$url/file"
gives "a redirect to gopher" '^failed 127.0.0.1: redirected to something that is not fetched' "$url/gopher"
gives "a redirect to this machine under another name" '^failed .*leads to this machine' "$url/elsewhere"
gives "a redirect to this machine, mapped" '^failed .*leads to this machine' "$url/inside"
gives "this machine in a page over a connection that is open" '^failed .*leads to this machine' \
	--connections 1 --spacing 0 "$url/good" --page "$url/good"
gives "and before that, as the user typed it" '^200 11 ' --connections 1 --spacing 0 "$url/good" --page "$url/good"
gives "this machine in a page" '^failed .*leads to this machine' --page "$url/good"
gives "this machine, mapped" '^failed .*leads to this machine' --page "http://[::ffff:127.0.0.1]:$port/good"
gives "this machine as a number" '^failed .*leads to this machine' --page "http://2130706433:$port/good"
gives "less than was promised" '^failed 127.0.0.1: the answer broke off' "$url/cut"
gives "a chunk without a size" '^failed 127.0.0.1: ' "$url/bad"
gives "a broken connection" '^failed 127.0.0.1: ' "$url/reset"
gives "an empty page" '^200 0 ' "$url/empty"
gives "IPv6 that nobody listens to" '^failed \[::1\]: no connection' "http://[::1]:$port/good"
gives "no URL" '^failed “http://” is no URL' 'http://'
gives "another scheme" '^failed .*only https and http' 'ftp://127.0.0.1/'

# The proxy is the server itself, which answers what it is asked for as such.
http_proxy=$url
export http_proxy
gives "a page by a proxy" '^200 11 ' --page "http://page.example/good"
gives "this machine by a proxy" '^failed .*leads to this machine' --page "http://127.0.0.1/good"
no_proxy=localhost.example,localhost
export no_proxy
gives "this machine past the proxy" '^failed .*leads to this machine' --page "http://localhost:$port/good"
gives "this machine by the other scheme" '^failed .*leads to this machine' --page "https://localhost:$port/good"
unset http_proxy no_proxy

run "$fetch" "$url/good" "$url/file" "$url/good" "$url/cut"
is "$(grep -c '^200 11' "$work/out")" 2 "what fails does not keep the others"

is "$(grep -c '^/never ' "$work/requests")" 2 "attempts are counted"
is "$(grep -c '^/wait ' "$work/requests")" 1 "who asks for too long a wait is not asked again"
is "$(grep -c '^/file ' "$work/requests")" 2 "what cannot succeed is not tried again"
stop_serving
finish

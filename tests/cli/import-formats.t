#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# import: told by content, forced, dated, planned only; names, endings, gzip; labels of one's own.
. "${srcdir:-.}/tests/cli/cli-lib.sh"

mkdir "$work/in"
cat >"$work/in/day.md" <<'EOF'
# Daily papers 2025-09-24

### [1] A Study of $\alpha$-sharp Roots
- **著者**: Ann Bell, Fr\'ed\'eric Li et al.
- **リンク**: https://arxiv.org/abs/2509.12345
- **要約**: 根は深い。

### [2] Wide Leaves
- **著者**: Cy Oz
- **リンク**: https://arxiv.org/abs/2509.12346
- **見どころ**: 葉は広い。
- **要約**: 広い。
EOF
cat >"$work/in/2025-09-23-page.html" <<'EOF'
<!DOCTYPE html><html><body><h1>Old Bark</h1><p>Ann Bell, Bo Li</p>
<h2>Abstract</h2><p>The bark is old &amp; dry.</p></body></html>
EOF

run "$SHOROKU" import --dry-run "$work/in"
exits 0 "a dry run"
says out 'day\.md (markdown)$' "says which reader was used"
says out '(date from the heading)$' "and where the date is from"
says out 'page\.html (html)$' "the other too"
says out '(date from the file name)$' "another date"
says out '1\. A Study of α-sharp Roots$' "the title without TeX"
says out '2 authors, et al\.; arXiv:2509\.12345; detail$' "authors, id and sections"
check "nothing was made" test ! -e "$data"

run "$SHOROKU" import "$work/in"
exits 0 "the same for good"
says out '^2025-09-24 markdown: 2 papers added (markdown)$' "Markdown is in"
says out '^2025-09-23 html: 1 paper added (html)$' "HTML is in"
run "$SHOROKU" show '2025-09-24#1' --format json
is "$(json authors 1)" 'Frédéric Li' "a name without TeX"
is "$(json authors_truncated)" true "the list was cut"
run "$SHOROKU" search Frédéric
says out 'α-sharp' "and found"
run "$SHOROKU" show '2025-09-23#1' --format json
is "$(json sections 0 role) $(json sections 0 label)" 'abstract Abstract' "the page's section"

run "$SHOROKU" import --source lab --date 2025-01-02 "$work/in/day.md"
exits 0 "another day and source"
says out '^2025-01-02 lab: 2 papers' "are taken"
run "$SHOROKU" import --date 2025-09 "$work/in/day.md"
exits 2 "a month is no day"
run "$SHOROKU" import --format nonsense "$work/in/day.md"
exits 2 "an unknown format"
says err 'markdown' "the known ones are named"
run "$SHOROKU" import --format html "$work/in/day.md"
exits 3 "read as what it is not"
run "$SHOROKU" list 2025-09-24 --format jsonl
cp "$work/out" "$work/records"
run "$SHOROKU" import --dry-run --format records "$work/records"
exits 0 "records, planned"
says out 'records: 2' "are counted"

# A paper a file: those of one day join it.
mkdir "$work/papers"
for title in Roots Leaves Bark; do
	printf -- '---\ntitle: %s\ndate: 2025-03-01\nauthors: Ann Bell\n---\n## Abstract\n\nOf %s.\n' \
		"$title" "$title" >"$work/papers/$title.md"
done
run "$SHOROKU" --data-dir "$work/d-one" import "$work/papers"
exits 0 "files of one paper"
run "$SHOROKU" --data-dir "$work/d-one" list 2025-03-01 --format json
is "$(json '#')" 3 "all are there"
run "$SHOROKU" --data-dir "$work/d-one" import "$work/papers/Roots.md"
says out 'unchanged$' "once more"
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	sed "s/Roots/Roots $i/" "$work/papers/Roots.md" >"$work/papers/r$i.md"
done
run "$SHOROKU" --data-dir "$work/d-one" import "$work/papers"
exits 0 "many files of one paper"
says out 'digests: 40 added, 3 unchanged; papers: 40' "are counted"
run "$SHOROKU" --data-dir "$work/d-one" list 2025-03-01 --format json
is "$(json '#')" 43 "and all there"

# Names and endings.
mkdir -p "$work/odd/深い 枝/\$HOME {x}" "$work/odd/^it's"
cp "$work/in/day.md" "$work/odd/深い 枝/\$HOME {x}/日々 の.markdown"
cp "$work/in/2025-09-23-page.html" "$work/odd/^it's/a \$(b)-2025-09-22.htm"
gzip -c "$work/in/day.md" >"$work/odd/packed.md.gz"
echo 'no digest' >"$work/odd/note.doc"
run "$SHOROKU" --data-dir "$work/d-odd" import "$work/odd"
exits 0 "odd names"
is "$(grep -c '2025-09-24 markdown' "$work/out")" 2 "Markdown, packed and not"
says out '^2025-09-22 html' "HTML"

# A directory may hold the date, in any of several forms.
for form in 2025年2月16日 2025-6-30 27-May-2025; do
	mkdir "$work/$form"
	printf '# Deep Roots\n\n**Authors**: Ann Bell\n\n## Abstract\n\nDeep.\n' >"$work/$form/r.md"
	run "$SHOROKU" import --dry-run "$work/$form/r.md"
	says out '(date from the directory)$' "$form"
done
cp "$work/27-May-2025/r.md" "$work/250515 Roots.md"
run "$SHOROKU" import --dry-run "$work/250515 Roots.md"
says out '^2025-05-15 .*(date from the file name)$' "250515"

# Encodings.
iconv -t EUC-JP "$work/in/day.md" >"$work/euc.md" 2>/dev/null ||
	sed 's/—/-/g' "$work/in/day.md" | iconv -t EUC-JP >"$work/euc.md"
run "$SHOROKU" --data-dir "$work/d-euc" import --date 2025-09-24 "$work/euc.md"
exits 0 "EUC-JP"
run "$SHOROKU" --data-dir "$work/d-euc" show '2025-09-24#1' --format json
is "$(json sections 0 text)" '根は深い。' "its text"
printf '# 根\303\n\n## 要約\n\n深い。\n' >"$work/cut.md"
run "$SHOROKU" import "$work/cut.md"
exits 3 "UTF-8 with a byte that does not belong"
says err 'byte 6 ' "says which"

# Packed.
head -c 40 "$work/odd/packed.md.gz" >"$work/cut.md.gz"
run "$SHOROKU" import "$work/cut.md.gz"
exits 3 "cut off"
says err 'cut\.md\.gz.*damaged' "says so"
head -c 20000000 /dev/zero | gzip -c >"$work/bomb.md.gz"
run "$SHOROKU" import "$work/bomb.md.gz"
exits 3 "more than 8 MiB after unpacking"
says err 'larger than' "says so"

# Labels of one's own.
mkdir -p "$HOME/.config/shoroku"
printf 'set mouse on\nlabel ja 見どころ reason\n' >"$HOME/.config/shoroku/config"
run "$SHOROKU" import --dry-run "$work/in/day.md"
says out 'arXiv:2509\.12346; reason, detail$' "a label from the configuration"
is "$(cat "$work/err")" "" "the rest of it is for others"
printf 'label ja 見どころ opinion\n' >"$HOME/.config/shoroku/config"
run "$SHOROKU" import --dry-run "$work/in/day.md"
says err 'config:1:' "a mistake in one is told"

finish

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A digest that fills a large screen with Japanese, on standard output: full-day.sh DATE.
set -eu

printf '%s の注目論文\n' "$1"
paper=1
while [ "$paper" -le 60 ]; do
	printf '\n画面いっぱいの日本語を速く描くための研究、その%d\n' "$paper"
	printf '\n山田 太郎、鈴木 花子、Zoran Nikolić、高橋 次郎、佐藤 三郎\n'
	printf '\n選定理由\n\n読み手を待たせないことを、%d通りの測り方で示した。\n' "$paper"
	printf '\nかんたん要約 (SNS向け)\n\n押したらすぐ出る。それだけのことが、こんなに難しい！\n\n詳細要約\n\n'
	paragraph=1
	while [ "$paragraph" -le 12 ]; do
		printf '第%d節では、「禁則」と呼ばれる規則のもとで、句読点や括弧（全角も半角も）が行の端に' "$paragraph"
		printf 'どう置かれるかを調べ、長い段落を幅の異なる画面に流し込んで、字が欠けず、割れず、'
		printf 'ぶら下がらないことを確かめた。測定はTransformerの要約%d本で行った。\n' "$((paper * paragraph))"
		paragraph=$((paragraph + 1))
	done
	paper=$((paper + 1))
done

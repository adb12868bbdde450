/** « Ce que vous nous avez dit » as one self-contained page, to read on a phone or to print on two sheets. */
import { createHash } from 'node:crypto'
import type { EmbeddedFont } from '../html/html.ts'
import { harmless } from '../html/html-blocks.ts'
import { ribbon } from '../html/svg.ts'
import type { PublicItem, PublicMap, PublicPages } from './public.ts'

/** Same pages and fonts, same bytes; nothing runs and nothing is fetched. */
export function publicHtml(pages: PublicPages, fonts: EmbeddedFont[] = []): string {
  const css = fonts.map(face).join('') + style
  const hash = createHash('sha256').update(css).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`
  const marks = pages.marks.length === 0 ? '' : `<p class="marks">${harmless(pages.marks.join(' · '))}</p>`
  const sections = pages.sections.map(
    ({ title, lines, blank }) =>
      `<section><h2>${harmless(title)}</h2>${lines.map((line) => `<p>${harmless(line)}</p>`).join('')}${blank ? '<i></i><i></i>' : ''}</section>`,
  )
  return [
    '<!doctype html>',
    `<html lang="fr" class="${pages.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${harmless(pages.title)} – ${harmless(pages.place)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    `<header><p>${harmless(pages.place)} · ${harmless(pages.dateText)}</p>${marks}<h1>${harmless(pages.title)}</h1>${ribbon(pages.ribbon)}</header>`,
    '<main>',
    `<p class="lead">${harmless(pages.thanks)} ${harmless(pages.opening)}</p>`,
    ...pages.items.map(item),
    pages.barKey === '' ? '' : `<p class="small">${harmless(pages.barKey)}</p>`,
    map(pages.map),
    ...sections,
    `<footer>${harmless([pages.mention, ...pages.marks].join(' · '))}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

// Decorative: the sentence beside holds the same numbers
const item = ({ title, lines, bar, decided }: PublicItem) => {
  const drawn = bar === null ? '' : bar.svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
  return `<article><h2>${harmless(title)}</h2>${lines.map((line) => `<p>${harmless(line)}</p>`).join('')}${drawn}${decided.map((line) => `<p class="decided">${harmless(line)}</p>`).join('')}</article>`
}

const map = (shown: PublicMap | null) => {
  if (shown === null) return ''
  const drawn = shown.drawing.svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
  const lines = shown.lines.map((line) => `<li>${harmless(line)}</li>`).join('')
  return `<section class="map"><h2>${harmless(shown.title)}</h2><p>${harmless(shown.sentence)}</p>${drawn}<ul>${lines}</ul></section>`
}

const face = ({ weight, woff2 }: EmbeddedFont) =>
  `@font-face{font-family:"Atkinson Hyperlegible";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}) format("woff2")}\n`

const style = `
*{box-sizing:border-box}
body{margin:0;background:#fbfaf7;color:#1b1f2a;font:400 18px/1.5 "Atkinson Hyperlegible",system-ui,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.fr-facile body{font-size:20px}
header{background:#0b5d5e;color:#fff;padding:1.5rem max(1.25rem,calc(50vw - 22rem))}
header p{margin:0}
header h1{font-size:2.4rem;line-height:1.15;margin:1rem 0}
.marks{display:inline-block;background:#fff;color:#b04d06;font-weight:700;padding:.15rem .7rem;border-radius:99px;margin-top:.6rem}
.ribbon{display:block;width:100%;height:auto;max-height:7rem}
main{max-width:44rem;margin:0 auto;padding:1rem 1.25rem 2rem}
.lead{font-size:1.15em}
article{border-left:5px solid #0b5d5e;padding:.1rem 0 .1rem 1rem;margin:1.4rem 0;break-inside:avoid}
h2{font-size:1.15rem;margin:0 0 .3rem}
article p{margin:.2rem 0}
article svg{display:block;width:100%;max-width:22rem;height:auto;margin-top:.4rem}
article .decided{font-weight:700;color:#0b5d5e;margin-top:.5rem}
.map svg{display:block;width:100%;max-width:20rem;height:auto}
section{margin-top:1.6rem;break-inside:avoid}
section i{display:block;border-bottom:1.5px dotted #7d786d;height:2.2rem}
.small,footer{font-size:.85em;color:#565c69}
footer{margin-top:2rem;border-top:1px solid #d9d5cc;padding-top:.6rem}
@page{size:A4;margin:14mm 16mm}
@media print{body,.fr-facile body{background:#fff;font-size:11.5pt}header{padding:6mm;border-radius:2mm}main{max-width:none;padding:0}.ribbon{max-height:22mm}article{margin:5mm 0}section{margin-top:5mm}}
`

/** The HTML writer: one self-contained page, readable without script, on a screen, on a phone and on paper. */
import { createHash } from 'node:crypto'
import { date, typeset } from '../../text/format.ts'
import type { Report } from '../tree.ts'
import { block, harmless } from './html-blocks.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { patterns, ribbon } from './svg.ts'

/** A font file to carry inside the page. `family`: another one than that of the report. */
export type EmbeddedFont = { weight: 400 | 700; woff2: Uint8Array; family?: string }

/**
 * The report as one HTML document. Same report and fonts, same bytes.
 *
 * Its own policy lets nothing be fetched: only its style sheet and its one script, each by its hash, and its embedded fonts.
 */
export const html = (report: Report, fonts: EmbeddedFont[] = []): string => pageAndPolicy(report, fonts).page

/** The policy that a page of these says of itself; null = it says none. */
export const policyIn = (page: string): string | null =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)?.[1] ?? null

/** The same with its policy, for a server that must send it as a header. */
export function pageAndPolicy(report: Report, fonts: EmbeddedFont[] = []): { page: string; policy: string } {
  const footer = [report.title, date(report.date), ...report.marks.map((mark) => mark.short)].join(' · ')
  const css = fonts.map(fontFace).join('') + style(footer)
  const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`
  const policy = [
    "default-src 'none'",
    `style-src ${hash(css)}`,
    `script-src ${hash(script)}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const marks = report.marks.map((mark) => mark.short).join(' · ')
  const page = [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(report.title)} – ${text(report.place)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#contenu">Aller au contenu</a>',
    patterns,
    cover(report),
    marks === '' ? '' : `<aside class="strip" aria-label="À savoir">${text(marks)}</aside>`,
    '<main id="contenu">',
    ...report.parts.map(
      (part) =>
        `<section class="part${part.flow ? ' flow' : ''}" id="${harmless(part.id)}"><h2>${text(part.title)}</h2>${part.blocks.map(block).join('\n')}</section>`,
    ),
    `<footer>${report.colophon.map((line) => `<p>${text(line)}</p>`).join('')}</footer>`,
    '</main>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
  return { page, policy }
}

const text = (words: string) => harmless(typeset(words))

function cover(report: Report): string {
  const marks = report.marks.map((mark) => `<li>${text(mark.short)}</li>`).join('')
  const facts = report.facts.map(({ value, label }) => `<div><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`)
  return [
    `<header class="cover${report.front === 'band' ? ' band' : ''}">`,
    `<div><p class="place">${text(report.place)}</p>${marks === '' ? '' : `<ul class="marks">${marks}</ul>`}</div>`,
    `<div><h1>${text(report.title)}</h1><p class="subtitle">${text(report.subtitle)}</p></div>`,
    report.front === 'band' ? '' : ribbon(report.ribbon),
    `<dl class="facts">${facts.join('')}<div><dt>date du rapport</dt><dd>${text(date(report.date))}</dd></div></dl>`,
    '</header>',
  ].join('\n')
}

const fontFace = ({ weight, woff2 }: EmbeddedFont) =>
  `@font-face{font-family:"IBM Plex Sans";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}) format("woff2")}\n`

/** The look of the results page: on a phone, on a screen, and printed on A4. */

/**
 * The name of Arabic in the list of languages is written in the letters of the device: ours, for one word, are half of what
 * the page weighs.
 *
 * @param accent of the authority, `#rrggbb`, whose contrast its settings have checked
 */
export const publicStyle = (accent = '#0b5d5e'): string => `
:root{--paper:#fbfaf7;--ink:#1b1f2a;--muted:#565c69;--line:#d9d5cc;--accent:${accent};--warm:#b04d06;--bar:#4a928f}
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;background:var(--paper);color:var(--ink);font:400 18px/1.5 "IBM Plex Sans","Noto Naskh Arabic",system-ui,sans-serif;overflow-wrap:break-word;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.fr-facile body{font-size:20px}
.ar body{font-family:"Noto Naskh Arabic","IBM Plex Sans",system-ui,sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--ink);outline-offset:2px;border-radius:2px}
h1,h2,h3,p,ul,table{margin:0}
.unseen{position:absolute}
.skip{position:absolute;inset-inline-start:-999px;background:var(--ink);color:#fff;padding:.75rem 1rem;z-index:1}
.skip:focus{inset-inline-start:1rem;top:1rem}
.site{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding:.4rem max(1.25rem,calc(50vw - 22rem));border-bottom:1px solid var(--line)}
.site a,.languages b{display:inline-flex;align-items:center;min-height:44px;font-size:1rem}
.site .home{gap:.5rem;font-weight:700;color:var(--ink);text-decoration:none}
.site img{height:28px;width:auto}
.languages{display:flex;flex-wrap:wrap;gap:0 1rem;list-style:none;padding:0}
html:not(.ar) .languages [lang|=ar]{font-family:system-ui,sans-serif}
.cover{background:var(--accent);color:#fff;padding:1.5rem max(1.25rem,calc(50vw - 22rem))}
.cover h1{font-size:clamp(1.9rem,7vw,2.6rem);line-height:1.15;margin:.75rem 0 .25rem;text-wrap:balance}
.cover .subject{font-size:1.15em;font-weight:700}
.cover .marks{display:inline-block;background:#fff;color:var(--warm);font-weight:700;padding:.15rem .7rem;border-radius:8px;margin-top:.6rem}
.ribbon{display:block;width:min(100%,22.8rem);height:auto;margin-top:1rem}
.body{max-width:46.5rem;margin:0 auto;padding:1.25rem 1.25rem 3rem}
.site .small{flex-basis:100%}
.lead{font-size:1.1em}
.notice{border-inline-start:5px solid var(--warm);padding-inline-start:1rem;margin-top:1.25rem}
h2{font-size:1.35rem;line-height:1.25;text-wrap:balance}
.page{margin-top:2.25rem;border-top:4px solid var(--accent);padding-top:.9rem}
.page h3{font-size:1rem;color:var(--accent);margin:1.1rem 0 .25rem}
.page h3+p,.page .answer{font-size:1.1em}
.asked,.small{font-size:.9em;color:var(--muted)}
.bars{list-style:none;padding:0;margin:.7rem 0}
.bars li{margin:.55rem 0;break-inside:avoid}
.bars .of{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;justify-content:space-between;line-height:1.3}
.bars .of b{white-space:nowrap}
.bars .of span span{color:var(--muted);font-size:.85em;white-space:nowrap}
.bar{display:block;background:#eceae4;border-radius:2px;overflow:visible}
[dir=rtl] .bar{transform:scaleX(-1)}
.step{margin-top:.9rem}
.decided{border-inline-start:5px solid var(--accent);padding-inline-start:.8rem;font-weight:700}
p+.decided{margin-top:.8rem}
.decided span{display:block;font-weight:400}
.where{margin-top:1rem;break-inside:avoid}
.where svg{display:block;width:100%;max-width:24rem;height:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;max-width:34rem;font-size:.95em}
caption{text-align:start;font-weight:700;padding:.5rem 0 .3rem}
th,td{text-align:start;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td{white-space:nowrap}
.where td:nth-child(2){white-space:normal}
[dir=rtl] th,[dir=rtl] td{padding:.35rem 0 .35rem .8rem}
.others{margin-top:2.5rem}
article.item{border-inline-start:5px solid var(--line);padding-inline-start:1rem;margin:1.25rem 0;break-inside:avoid}
article.item h3{font-size:1.1rem}
.answer+.answer,article.item p+p:not(.decided){margin-top:.35rem}
section.more{margin-top:1.75rem;break-inside:avoid}
section.more h2{font-size:1.15rem}
section.more p+p{margin-top:.6rem}
.files{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;padding:0}
.files a{display:inline-flex;align-items:center;min-height:44px}
.list{list-style:none;padding:0}
.list li{border-top:4px solid var(--accent);margin-top:1.75rem;padding-top:.8rem}
.list h2 a{display:inline-block;min-height:44px}
footer{max-width:46.5rem;margin:0 auto;padding:.75rem 1.25rem 2rem;border-top:1px solid var(--line);font-size:.9em;color:var(--muted)}
footer a{display:inline-flex;align-items:center;min-height:44px;margin-inline-end:1.25rem}
@page{size:A4;margin:14mm 16mm}
@media print{body,.fr-facile body{background:#fff;font-size:11pt}.site,.skip,.files,footer a{display:none}.cover{padding:6mm;border-radius:2mm}.body{max-width:none;padding:0}.ribbon{width:68mm}.page,section.more{break-inside:avoid;margin-top:6mm}}
`

/** The look of report.html: on a screen, on a phone, and on A4 pages. */

/** @param footer printed at the foot of every page but the cover */
export const style = (footer: string): string => `
:root{--paper:#fbfaf7;--surface:#fff;--sunken:#f2f0ea;--ink:#1b1f2a;--muted:#565c69;--line:#d9d5cc;--edge:#7d786d;--accent:#0b5d5e;--accent-soft:#e3efee;--warm:#b04d06;--warm-soft:#fbebdd;--danger:#a4262c;--good:#1f6b3a}
*{box-sizing:border-box}
html{color-scheme:light;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:400 16px/1.55 "IBM Plex Sans",system-ui,"Segoe UI",Roboto,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--ink);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4,p,ul,dl,table,figure{margin:0}
.unseen{position:absolute}
.skip{position:absolute;left:-999px;background:var(--ink);color:#fff;padding:.5rem 1rem;z-index:2}
.skip:focus{left:1rem;top:1rem}
.cover{background:var(--accent);color:#fff;min-height:92vh;display:flex;flex-direction:column;justify-content:space-between;gap:2rem;padding:clamp(1.5rem,5vw,4rem)}
.cover.band{min-height:0;gap:1rem;padding:1.5rem max(clamp(1rem,4vw,2.5rem),calc(50vw - 27.5rem))}
.cover.band h1{font-size:clamp(1.7rem,4vw,2.4rem)}
.cover.band .subtitle{margin-top:.4rem}
.cover.band dd{font-size:1.1rem}
.cover .place{font-weight:700;letter-spacing:.01em}
.cover h1{font-size:clamp(2rem,6vw,3.6rem);line-height:1.1;max-width:16em;text-wrap:balance}
.cover .subtitle{font-size:clamp(1.05rem,2.4vw,1.35rem);max-width:36em;margin-top:1rem}
.ribbon{display:block;width:100%;max-width:72rem}
.cover .facts{display:flex;align-items:flex-end;flex-wrap:wrap;gap:1.5rem 3rem;margin:0}
.cover .facts div{display:flex;flex-direction:column-reverse}
.cover dd{margin:0;font-size:2rem;font-weight:700;line-height:1.2}
.cover dt{line-height:1.35}
.marks{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0}
.cover .marks li{background:#fff;color:var(--warm);font-weight:700;padding:.3rem .8rem;border-radius:99px}
.strip{background:var(--warm-soft);color:#6b2f04;border-bottom:1px solid #e7c3a1;padding:.45rem 1rem;text-align:center;font-size:.89rem;max-width:none;position:sticky;top:0;z-index:1}
main{max-width:60rem;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 5rem}
.part{padding-top:2.5rem}
.part>h2{font-size:1.95rem;line-height:1.2;text-wrap:balance;border-bottom:3px solid var(--accent);padding-bottom:.5rem;margin-bottom:1.25rem}
h3{font-size:1.4rem;line-height:1.25;margin:2.25rem 0 .5rem;text-wrap:balance}
h4{font-size:1.1rem;line-height:1.35;margin:1.25rem 0 .4rem}
.eyebrow{display:block;color:var(--muted);font-size:.89rem;font-weight:400;line-height:1.4;margin-bottom:.15rem}
p,li,dd{max-width:42rem}
p+p,p+ul,ul+p{margin-top:.75rem}
.lead{font-size:1.15rem}
.small{font-size:.89rem;color:var(--muted)}
ul{padding-left:1.2rem}
.note{border-left:4px solid var(--line);padding:.15rem 0 .15rem .9rem;margin:.75rem 0;color:var(--muted);max-width:42rem}
.note.mark{border-color:var(--warm);background:var(--warm-soft);color:#6b2f04;padding:.6rem .9rem;border-radius:0 8px 8px 0}
.note.plain{color:var(--ink)}
.terms{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.3rem 1rem;margin:.75rem 0}
.terms dt{color:var(--muted)}
.terms dd{grid-column:2;margin:0}
.badge{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;font-size:.89rem;color:var(--muted);margin:.5rem 0;max-width:none}
.badge b{display:inline-flex;align-items:center;gap:.4em;color:var(--ink);border:1.5px solid currentColor;border-radius:99px;padding:.05rem .7rem;white-space:nowrap}
.badge .dots{display:inline-flex;gap:2px}
.badge .dots i{width:.38em;height:.62em;border-radius:1px;border:1.2px solid currentColor}
.badge .dots i.on{background:currentColor}
.tone-solide,.tone-measured{--tone:#0b5d5e;--on:#fff}
.tone-indicatif,.tone-partly{--tone:#a3cbc8;--on:#1b1f2a}
.tone-fragile,.tone-no-evidence{--tone:#f4bd8e;--on:#1b1f2a}
.tone-non-concluant,.tone-not-a-survey-matter{--tone:#ffffff;--on:#565c69}
.tone-other-source{--tone:#e4e1d9;--on:#1b1f2a}
.status b{background:var(--tone);color:var(--on);border-color:transparent}
.status.tone-not-a-survey-matter b{border-color:var(--line)}
.item,.objective{background:var(--surface);border:1px solid var(--line);border-radius:8px}
.item{padding:1rem 1.25rem;margin:1rem 0;border-left:5px solid var(--accent)}
.item .statement{font-size:1.08rem}
.item .badge,.item .reference{margin:.4rem 0 0}
.objective{padding:1.1rem 1.25rem 1.25rem;margin:1rem 0}
.objective>h3{margin:0 0 .35rem;font-size:1.2rem}
.finding{border-top:1px solid var(--line);padding-top:1.4rem;margin-top:1.6rem}
.finding>h4{margin:0 0 .3rem;font-size:1rem;color:var(--muted)}
.statement{font-size:1.18rem;line-height:1.45;max-width:40rem;text-wrap:pretty}
figure.grid,figure.heat{margin:1.1rem 0}
figcaption{font-weight:700;line-height:1.35}
figcaption .base{display:block;font-weight:400;color:var(--muted);font-size:.89rem}
table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums;line-height:1.35}
th,td{padding:.38rem .6rem;text-align:right;vertical-align:middle;border-bottom:1px solid var(--line)}
thead th{font-weight:400;color:var(--muted);font-size:.84rem;vertical-align:bottom;border-bottom-color:var(--edge)}
tbody th{text-align:left;font-weight:400;width:34%}
thead th:first-child{text-align:left}
td.drawn{width:34%;padding-left:.4rem;padding-right:.4rem}
th.drawn{padding-left:.4rem;padding-right:.4rem}
th.drawn .axis{display:flex;justify-content:space-between}
td.value{font-weight:700;white-space:nowrap}
td.span,td.num:not(.words){white-space:nowrap}
td .span{color:var(--muted);font-weight:400;white-space:nowrap;font-size:.84rem;display:block}
td.none{color:var(--muted);font-style:italic}
td.secret,th.secret{background:repeating-linear-gradient(-45deg,#f4f2ec 0 4px,#e6e3db 4px 5.5px)}
table.wide td{font-weight:700}
table.text td,table.text thead th{text-align:left;vertical-align:top}
table.text tbody th{vertical-align:top}
table.text td.num,table.text thead th.num{text-align:right}
table.text td:last-child:not(:nth-child(-n+3)){min-width:4em}
table.text td.long{min-width:15rem}
table.text tbody th{width:auto}
table.text td.drawn{width:8rem}
.bar{display:block;border-left:1px solid var(--ink);overflow:visible}
.scroll{overflow-x:auto}
.layers{display:grid;gap:1rem;margin-top:.6rem}
.layer>p{font-weight:700;font-size:.94rem}
.lines{display:grid;grid-template-columns:2.6rem 1fr;font-size:.8rem;color:var(--muted);margin-top:.25rem}
.lines ol{list-style:none;margin:0;padding:0}
.lines li{height:20px;line-height:19px}
.hours{grid-column:2;display:grid;grid-template-columns:repeat(8,1fr);list-style:none;margin:0;padding:0;line-height:1.5}
.hours li{height:auto;line-height:1.5;border-left:1px solid var(--edge);padding-left:.25em;white-space:nowrap}
.scale{display:flex;flex-wrap:wrap;gap:.2rem .9rem;list-style:none;padding:0;margin:.35rem 0 0 2.6rem;font-size:.8rem;color:var(--muted)}
.scale li{display:inline-flex;align-items:center;gap:.35em;max-width:none}
.week{display:block}
.zones{display:block;width:100%;max-width:30rem;height:auto}
.wall{display:grid;gap:.4rem;margin:1rem 0}
.wall .row{display:grid;grid-template-columns:minmax(11rem,17rem) 1fr;gap:.3rem .8rem;align-items:center}
.wall .row>p{font-size:.84rem;line-height:1.3;color:var(--muted)}
.wall ul{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;padding:0}
.wall a,.wall .key{display:grid;place-items:center;min-width:2.75rem;height:2.2rem;border-radius:5px;background:var(--tone);color:var(--on);text-decoration:none;font-weight:700;font-variant-numeric:tabular-nums}
.wall .tone-not-a-survey-matter{border:1.5px solid var(--edge)}
.wall .tone-no-evidence{border:1.5px dashed #7d3402}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;font-size:.89rem}
.legend li{display:inline-flex;align-items:center;gap:.5em;max-width:none}
.legend i{width:1.3em;height:1em;border-radius:3px;background:var(--tone);border:1.5px solid transparent}
.legend i.tone-not-a-survey-matter{border-color:var(--edge)}
.legend i.tone-no-evidence{border:1.5px dashed #7d3402}
details{margin:.75rem 0}
summary{cursor:pointer;color:var(--accent);padding:.4rem 0;min-height:2.75rem;display:flex;align-items:center;gap:.5em}
summary::before{content:"+";font-weight:700;display:inline-grid;place-items:center;width:1.5em;height:1.5em;border-radius:50%;background:var(--accent-soft)}
details[open]>summary::before{content:"–"}
.reference{font-size:.84rem;margin-top:.6rem}
.blank{display:grid;grid-template-columns:max-content 1fr;gap:.6rem;align-items:end;color:var(--muted);font-size:.89rem;margin-top:1rem;max-width:none}
.blank i{border-bottom:1px dotted var(--edge);height:1.4em}
.toc{columns:2 18rem;list-style:none;padding:0}
.toc li{break-inside:avoid;padding:.15rem 0}
[id]{scroll-margin-top:3rem}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;color:var(--muted);font-size:.84rem;overflow-wrap:anywhere}
@media (max-width:40rem){
.part>h2{font-size:1.6rem}
.objective{padding:1rem}
table.wide{font-size:.84rem}
th,td{padding:.35rem .3rem}
table.bars thead{position:absolute;left:-999px}
table.bars,table.bars tbody{display:block}
table.bars tr{display:grid;grid-template-columns:1fr max-content max-content;gap:.1rem .7rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
table.bars th,table.bars td{border:0;padding:0}
table.bars tbody th{grid-column:1/-1;width:auto}
table.bars td.drawn{width:auto;grid-column:1/-1}
table.bars td.value{grid-column:1;text-align:left}
.wall .row{grid-template-columns:1fr}
.terms{grid-template-columns:1fr}
.terms dd{grid-column:1;margin-bottom:.4rem}
}
@page{size:A4;margin:17mm 16mm 20mm;@bottom-left{content:${cssString(footer)};font:8.5pt "IBM Plex Sans",sans-serif;color:#565c69}@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt "IBM Plex Sans",sans-serif;color:#565c69}}
@page:first{margin:0;@bottom-left{content:none}@bottom-right{content:none}}
.tools{display:flex;gap:.25rem;margin:.5rem 0 .25rem}
.tools button{font:inherit;font-size:.85rem;padding:.2rem .8rem;min-height:1.9rem;border:1px solid var(--edge);border-radius:99px;background:var(--surface);color:var(--ink);cursor:pointer}
.tools button[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:#fff}
.tools button:focus-visible,.bars tr:focus-visible,.cursor:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.numbers .drawn,.numbers .layers{display:none}
.bars tr[data-tip]:hover,.bars tr[data-tip]:focus{background:var(--accent-soft)}
.tip{position:absolute;z-index:3;max-width:22rem;background:var(--ink);color:#fff;font-size:.88rem;line-height:1.35;padding:.35rem .6rem;border-radius:6px;pointer-events:none}
.lines>div{position:relative}
.cursor{position:absolute;inset:0}
.spot{position:absolute;border:2px solid var(--ink);box-shadow:0 0 0 1px #fff;border-radius:2px;pointer-events:none}
.weektables{display:none}
.numbers .weektables{display:grid;gap:1rem}
.weektables caption{text-align:left;font-weight:700;font-size:.94rem}
@media print{
.tools,.tip,.cursor,.weektables{display:none!important}
.numbers .drawn{display:table-cell}
.numbers .layers{display:grid}
html{font-size:10pt}
p,li,dd,.note,.statement{max-width:none}
h3+p{break-inside:avoid;break-after:avoid}
body{font-size:10pt;background:#fff}
.strip,.skip{display:none}
.cover{height:297mm;min-height:0;break-after:page;padding:20mm 18mm}
.cover h1{font-size:34pt}
.cover.band{height:auto;break-after:avoid;padding:8mm 10mm}
.cover.band h1{font-size:20pt}
.cover.band+main .part:first-child,.cover.band~main .part:first-child{break-before:auto}
.cover .subtitle{font-size:13pt}
main{max-width:none;padding:0}
.part{break-before:page;padding-top:0}
.part.flow{break-before:auto;padding-top:6mm}
.scroll{overflow:visible}
.part>h2{font-size:19pt}
h3{font-size:13.5pt}
.statement{font-size:11.5pt}
h2,h3,h4,.statement,.badge,figcaption,summary,.eyebrow{break-after:avoid}
.statement,figure.short{break-inside:avoid}
tr,.item,.note,figcaption,figure.heat,.layer{break-inside:avoid}
figure.grid table{break-inside:auto}
.objective{border:0;border-top:2px solid var(--accent);border-radius:0;padding:3mm 0 0;margin:6mm 0 0}
.item{border-width:0 0 0 1mm;border-radius:0;padding:0 3mm;margin:2mm 0}
.item p{line-height:1.3;margin:0!important}
.item .statement{font-size:9.6pt;max-width:none}
.lead{font-size:10.5pt;max-width:none}
table{font-size:9pt}
th,td{padding:1mm 1.6mm}
details:not([open]){display:none}
summary::before{display:none}
summary{color:var(--muted);min-height:0;padding:1mm 0}
.reference{display:none}
table.text{font-size:8pt}
table.text td.long{min-width:0;width:38%}
footer{break-before:avoid;margin-top:6mm}

a{color:inherit;text-decoration:none}
.blank{break-inside:avoid}
.wall a,.wall .key{height:5.4mm;min-width:8mm}
#essentiel h3{margin:4mm 0 1mm}
.wall{gap:1mm;margin:2mm 0}
.wall .row{grid-template-columns:9cm 1fr}
.wall .row>p{font-size:8pt}
}
`

const cssString = (text: string) => `"${text.replace(/["\\\n<]/g, ' ')}"`

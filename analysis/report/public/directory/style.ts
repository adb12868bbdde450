/** The look of the directory and of the wall of ideas, beside that of the results page: on a phone, on a screen, and printed on A4. */
export const directoryStyle = `
.directory .body{max-width:60rem}
.site:has(~.directory),.directory .cover{padding-inline:max(1.25rem,calc(50vw - 28.75rem))}
.directory+footer{max-width:60rem}
.search{background:#fff;border:1px solid var(--line);border-radius:8px;padding:1rem;margin-bottom:1.25rem}
.search label{display:block;font-weight:700}
.search input,.search select{display:block;width:100%;min-height:48px;margin-top:.25rem;padding:.4rem .6rem;font:inherit;font-weight:400;color:inherit;background:#fff;border:1px solid #767b87;border-radius:8px}
.search input:focus-visible,.search select:focus-visible,.search button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.search .choices{display:grid;gap:.75rem;grid-template-columns:1fr 1fr;margin-top:.75rem}
.search .choices label:first-child{grid-column:1/-1}
@media (min-width:40rem){.search .choices{grid-template-columns:repeat(3,1fr)}.search .choices label:first-child{grid-column:auto}}
.search .go{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin-top:1rem}
.search button{min-height:48px;padding:.4rem 1.5rem;font:inherit;font-weight:700;color:#fff;background:var(--accent);border:0;border-radius:8px;cursor:pointer}
.search .go a{display:inline-flex;align-items:center;min-height:44px}
.actors{list-style:none;padding:0}
.actors article{border-top:3px solid var(--accent);padding:.8rem 0 .3rem;margin-top:1.25rem}
.actors h3{font-size:1.2rem;line-height:1.25}
.actors .kind{color:var(--muted);margin-bottom:.4rem}
.places{list-style:none;padding:0;margin-top:.5rem}
.places li{padding-inline-start:.8rem;border-inline-start:3px solid var(--line);margin-top:.4rem}
.reach{display:flex;flex-wrap:wrap;gap:.4rem .6rem;list-style:none;padding:0;margin:.7rem 0}
.reach a{display:inline-flex;flex-wrap:wrap;gap:0 .4rem;align-items:center;min-height:44px;padding:.3rem .8rem;border:1px solid var(--accent);border-radius:8px;text-decoration:none;background:#fff;overflow-wrap:anywhere}
.reach a>span{font-weight:700}
.actors dl{display:grid;gap:.1rem;margin:0;font-size:.95em}
.actors dl div{display:flex;gap:.4rem}
.actors dt{color:var(--muted);flex:none}
.actors dt::after{content:"\\00a0:"}
.actors dd{margin:0}
.stale{color:var(--warm);font-weight:700}
.unseen-text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.turning{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin-top:1.5rem}
.turning a{display:inline-flex;align-items:center;min-height:44px}
.where{margin-top:.8rem}
.where th a{display:inline-flex;align-items:center;min-height:32px}
.wall .go a{display:inline-flex;align-items:center;min-height:48px;padding:.4rem 1.5rem;font-weight:700;color:#fff;background:var(--accent);border-radius:8px;text-decoration:none;margin-top:1rem}
.ideas{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.9rem;list-style:none;padding:0;margin-top:.7rem}
.ideas li{background:#fff;border:1px solid var(--line);border-inline-start:5px solid var(--accent);border-radius:8px;padding:.8rem 1rem;break-inside:avoid}
@media (min-width:56rem){.actors{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem;align-items:start}}
@media print{.search,.turning,.directory section.more{display:none}.actors{display:block;columns:2;column-gap:8mm}.actors li{break-inside:avoid}.reach a{border:0;padding:0;min-height:0}}
`

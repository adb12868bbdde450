/** How the kit of the reading workshop is laid out: two pages for who runs it, then cards, then sheets for ideas. All words come from `data`, as data. */
export const workshopTemplate = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb("#0b5d5e")
#let muted = rgb("#565c69")
#let warm = rgb("#b04d06")
#let line-colour = rgb("#8a8678")
#set document(title: data.title + " – " + data.place, author: data.place, date: datetime(..data.date))
#set page(paper: "a4", margin: (x: 1.6cm, top: 1.6cm, bottom: 1.5cm),
  header: text(size: 8.5pt, fill: muted, { data.place; h(1fr); text(fill: warm, weight: "bold", data.marks.join(" · ")) }),
  footer: context text(size: 8.5pt, fill: muted, { data.title + " · " + data.dateText; h(1fr); [#counter(page).display() / #counter(page).final().first()] }))
#set text(lang: "fr", region: "FR", font: ("IBM Plex Sans", "Noto Naskh Arabic"), fallback: false, fill: rgb("#1b1f2a"), size: 11pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.7em)
#show heading.where(level: 1): it => text(size: 27pt, weight: "bold", fill: white, it.body)
#show heading.where(level: 2): it => block(above: 14pt, below: 6pt, sticky: true, text(size: 14pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 3): it => block(above: 0pt, below: 5pt, text(size: 11.5pt, weight: "bold", it.body))
#block(width: 100%, fill: accent, radius: 4pt, inset: 14pt, { heading(level: 1, data.title); v(4pt); text(fill: white, weight: "bold", size: 13pt, data.lead) })
#block(above: 10pt, text(size: 12pt, data.purpose))
#heading(level: 2, data.sections.at(0).title)
#list(..data.sections.at(0).lines)
#table(columns: (auto, auto, 1fr), inset: (x: 6pt, y: 6pt), align: (right + top, left + top, left + top), stroke: (x, y) => (bottom: 0.6pt + rgb("#d9d5cc")),
  table.header(text(weight: "bold")[Durée], text(weight: "bold")[Temps], text(weight: "bold")[Comment]),
  ..data.steps.map(s => (s.minutes, text(weight: "bold", s.what), s.how)).flatten())
#heading(level: 2, data.sections.at(1).title)
#list(..data.sections.at(1).lines)
#block(above: 14pt, width: 100%, breakable: false, inset: 10pt, radius: 4pt, fill: rgb("#e3efee"), { heading(level: 3, data.reading.title); list(..data.reading.lines) })
#if data.cards.len() == 0 { block(above: 14pt, text(weight: "bold", data.none)) }
#let card(c) = block(width: 100%, height: 8.2cm, inset: 9pt, stroke: (paint: line-colour, thickness: 0.8pt), clip: true, {
  grid(columns: (auto, 1fr), column-gutter: 7pt, align: horizon,
    box(fill: accent, radius: 50%, inset: 5pt, text(fill: white, weight: "bold", size: 10pt, c.number)),
    text(weight: "bold", size: if c.question.len() > 120 { 9.5pt } else { 11pt }, c.question))
  v(2pt)
  text(size: 10pt, data.labels.guess)
  v(1pt)
  grid(columns: (1fr, auto), column-gutter: 4pt, align: horizon, line(length: 100%, stroke: (paint: line-colour, dash: "dashed", thickness: 0.7pt)), text(size: 7pt, fill: muted, data.labels.fold))
  for one in c.lines { block(above: 4pt, below: 3pt, text(size: 9.5pt, one)) }
  for bar in c.bars {
    if bar.label != "" { grid(columns: (1fr, 2.1cm, auto), column-gutter: 5pt, align: horizon, row-gutter: 2pt, text(size: 7.5pt, bar.label), pdf.artifact(image(bytes(bar.svg), format: "svg", width: 2.1cm, alt: bar.label)), text(size: 8pt, weight: "bold", bar.text)) }
  }
  for one in c.decided { block(above: 4pt, text(size: 9pt, { text(weight: "bold", data.labels.decided + " "); one })) }
  v(1fr)
  text(size: 9.5pt, fill: accent, weight: "bold", c.ask)
})
#for part in data.cards.chunks(6) {
  pagebreak()
  grid(columns: (1fr, 1fr), column-gutter: 0pt, row-gutter: 0pt, ..part.map(card))
}
#pagebreak()
#let idea = block(width: 100%, height: 8.2cm, inset: 10pt, stroke: (paint: line-colour, thickness: 0.8pt), {
  heading(level: 3, data.labels.idea)
  for one in data.labels.ideaLines { block(above: 9pt, below: 0pt, text(size: 9.5pt, fill: muted, one)); block(above: 16pt, below: 0pt, line(length: 100%, stroke: (paint: line-colour, dash: "dotted", thickness: 0.8pt))) }
})
#grid(columns: (1fr, 1fr), ..range(6).map(n => idea))
`

/** How « Ce que vous nous avez dit » is laid out on paper. All words come from `data`, as data. */
export const publicTemplate = `
#let data = json(bytes(sys.inputs.data))
#let easy = data.language == "fr-facile"
#let accent = rgb("#0b5d5e")
#let muted = rgb("#565c69")
#let edge = rgb("#7d786d")
#let marks = text(fill: rgb("#b04d06"), weight: "bold", data.marks.join(" · "))
#set document(title: data.title + " – " + data.place, author: data.place, date: datetime(..data.date))
#set page(paper: "a4", margin: (x: 2cm, top: 1.8cm, bottom: 1.8cm),
  header: text(size: 8.5pt, fill: muted, { data.place; h(1fr); marks }),
  footer: context text(size: 8.5pt, fill: muted, { data.mention; h(1fr); [page #counter(page).display() sur #counter(page).final().first()] }))
#set text(lang: "fr", region: "FR", font: "Atkinson Hyperlegible", fallback: false, fill: rgb("#1b1f2a"), size: if easy { 13pt } else { 12pt }, hyphenate: false)
#set par(leading: if easy { 0.8em } else { 0.7em }, spacing: 0.8em)
#show heading.where(level: 1): it => text(size: 30pt, weight: "bold", fill: white, it.body)
#show heading.where(level: 2): it => block(below: 7pt, above: 0pt, sticky: true, text(size: 1.08em, weight: "bold", it.body))
#block(width: 100%, fill: accent, radius: 4pt, inset: 16pt, {
  text(fill: white, size: 10pt, data.dateText)
  v(2pt)
  heading(level: 1, data.title)
  v(8pt)
  pdf.artifact(image(bytes(data.ribbon), format: "svg", width: 100%, height: 2.6cm, fit: "contain", alt: "La semaine en demi-heures"))
})
#block(above: 14pt, below: 14pt, text(size: 1.06em, data.thanks + " " + data.opening))
#let card(item) = block(width: 100%, breakable: false, above: 15pt, inset: (left: 11pt, y: 2pt), stroke: (left: 3.5pt + accent), {
  heading(level: 2, item.title)
  for line in item.lines { block(line) }
  if item.bar != none { pdf.artifact(block(above: 7pt, image(bytes(item.bar.svg), format: "svg", width: 8cm, alt: item.title))) }
  for line in item.decided { block(above: 7pt, text(weight: "bold", fill: accent, line)) }
})
#for (at, item) in data.items.enumerate() {
  if at == 3 { pagebreak(weak: true) }
  card(item)
}
#if data.items.len() > 0 and data.items.len() <= 3 { pagebreak(weak: true) }
#block(above: 10pt, text(size: 9pt, fill: muted, data.barKey))
#if data.map != none {
  block(above: 14pt, breakable: false, width: 100%, {
    heading(level: 2, data.map.title)
    grid(columns: (4.6cm, 1fr), column-gutter: 14pt, align: horizon,
      pdf.artifact(image(bytes(data.map.drawing.svg), format: "svg", width: 4.6cm, alt: data.map.title)),
      { block(data.map.sentence); list(..data.map.lines) })
  })
}
#for section in data.sections {
  block(above: 16pt, breakable: false, width: 100%, {
    heading(level: 2, section.title)
    for line in section.lines { block(line) }
    if section.blank { v(12pt); line(length: 100%, stroke: (paint: edge, dash: "dotted")); v(12pt); line(length: 100%, stroke: (paint: edge, dash: "dotted")) }
  })
}
`

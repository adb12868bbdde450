/** How a poster is laid out: a Typst page that reads everything it says from `sys.inputs`. All sizes follow the paper. */
export const posterPage = String.raw`
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let grey = rgb("#565c69")
#let unit = if data.size == "a4" { 1pt } else { 0.69pt }
#set document(title: data.call + " – " + data.title, author: data.author)
#set text(font: ("IBM Plex Sans", "Noto Naskh Arabic"), lang: data.lang, dir: if data.rtl { rtl } else { ltr }, size: 15 * unit, fill: rgb("#1b1f2a"), hyphenate: false)
#set par(leading: 0.45em, spacing: 0.6em)
#set page(paper: data.size, margin: (x: 46 * unit, top: 40 * unit, bottom: 34 * unit), fill: rgb("#fbfaf7"))
#show heading.where(level: 1): it => block(above: 0pt, below: 0pt, text(size: 50 * unit, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 0pt, below: 0pt, text(size: 27 * unit, weight: "bold", it.body))

#if data.logo.len() > 0 {
  grid(columns: (auto, 1fr), column-gutter: 14 * unit, align: horizon,
    image(bytes(data.logo), height: 46 * unit, alt: "Logo : " + data.author),
    text(size: 15 * unit, weight: "bold", data.author))
} else { text(size: 15 * unit, weight: "bold", data.author) }
#if data.trial != "" {
  block(width: 100%, above: 14 * unit, inset: 12 * unit, fill: rgb("#c4570a"), align(center, text(size: 21 * unit, weight: "bold", fill: white, data.trial)))
}
#v(0.8fr)
#heading(level: 1, data.call)
#v(22 * unit)
#pdf.artifact(image(bytes(data.ribbon), format: "svg", width: 100%))
#v(26 * unit)
#heading(level: 2, data.title)
#v(10 * unit)
#text(size: 19 * unit, data.summary)
#v(1fr)
#grid(
  columns: (auto, 1fr), column-gutter: 26 * unit, align: (center + horizon, start + horizon),
  block(fill: white, inset: 14 * unit, radius: 8 * unit, stroke: 2.5 * unit + accent,
    image(bytes(data.qr), format: "svg", width: 196 * unit, alt: data.scan + " : " + data.address)),
  {
    block(below: 18 * unit, text(size: 27 * unit, weight: "bold", fill: accent, data.scan))
    block(below: 18 * unit, [#text(weight: "bold", size: 21 * unit, data.minutes) \ #data.audience])
    if data.until != "" { block(above: 0pt, text(size: 17 * unit, weight: "bold", data.until)) }
    if data.code != "" { block(above: 12 * unit, text(size: 17 * unit, weight: "bold", data.code)) }
  },
)
#block(above: 16 * unit, [#text(size: 14 * unit, fill: grey, data.type) #h(3 * unit) #text(size: 19 * unit, weight: "bold", dir: ltr, box(data.address))])
#v(1fr)
#if data.promise != "" { block(above: 0pt, below: 14 * unit, text(size: 16 * unit, data.promise)) }
#for other in data.others {
  block(width: 100%, above: 0pt, below: 9 * unit, align(if other.rtl { right } else { left },
    text(size: 15 * unit, lang: other.lang, dir: if other.rtl { rtl } else { ltr }, weight: "bold", other.text)))
}
#v(4 * unit)
#pdf.artifact(line(length: 100%, stroke: 0.8pt + rgb("#d9d5cc")))
#block(above: 10 * unit, text(size: 12 * unit, fill: grey)[#data.author#if data.contact != "" [ · #data.contact]])
`

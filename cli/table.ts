/** A table of texts for a terminal: each column has its width, and longer texts go on below. */

/** @param widths characters of each column */
export function tableOf(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const lines = rows.flatMap((row) => {
    const cells = row.map((text, column) => wrapped(text, widths[column]!))
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => (cell[line] ?? '').padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
  })
  return lines.map((line) => `${line}\n`).join('')
}

function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    // splits on a plain space only: a narrow one joins its words
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1)!
      if (last === '') lines[lines.length - 1] = word
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}

/** Plain text with `**bold**`, as React nodes: no text is ever read as HTML. */
import { Fragment } from 'react'
import { unbroken } from '../../surveys/wording/unbroken.ts'

export function Bold({ text }: { text: string }) {
  return unbroken(text)
    .split(/\*\*(.+?)\*\*/)
    .map((part, index) => {
      const Part = index % 2 === 1 ? 'strong' : Fragment
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <Part key={index}>
          <Joined text={part} />
        </Part>
      )
    })
}

/** « travaille-t-il », « dites-nous », « qu’aimeriez-vous »: a verb and its pronoun stay on one line. */
const inverted = /((?:\p{L}{1,2}’)?\p{L}+(?:-t)?-(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi)(?!\p{L}))/u

function Joined({ text }: { text: string }) {
  return text.split(inverted).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <span key={index} className="joined">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** The same figures for another document: the sentence, the picture, the table, the address. */
import type { analyse } from '../../api/wire/public.ts'
import { type Plate, pictureOf } from '../parts/charts/picture.ts'
import { copyPicture, copyText, save } from '../parts/staff/leaving.ts'
import { csvOf } from './csv.ts'
import { day } from './words.ts'

type Props = { explored: analyse.Explored; plate: Pick<Plate, 'title' | 'base' | 'spec' | 'height'> }

export function TakeAway({ explored, plate }: Props) {
  const { sentence, mention, publication, path } = explored
  const erratum = (publication.notices ?? []).map(({ reason }) => `Erratum : ${reason} · `).join('')
  const picture = () =>
    pictureOf({
      ...plate,
      sentence,
      foot: `${erratum}${publication.title} · publication n° ${publication.number} du ${day(publication.madeAt)} · ${mention}`,
    })
  const csv = () => csvOf(explored)
  return (
    <div className="take-away no-print">
      <fieldset>
        <legend>Copier</legend>
        <Button
          text="La phrase"
          onPress={() => copyText(`${erratum}${sentence} (${mention})`, 'La phrase est copiée.')}
        />
        <Button text="L’image" onPress={() => copyPicture(picture())} />
        <Button text="Le tableau" onPress={() => copyText(csv(), 'Le tableau est copié, en CSV.')} />
        <Button text="L’adresse" onPress={() => copyText(location.href, 'L’adresse de cette page est copiée.')} />
      </fieldset>
      <fieldset>
        <legend>Enregistrer</legend>
        <Button text="L’image (PNG)" onPress={async () => save(`${path}.png`, await picture())} />
        <Button text="Le tableau (CSV)" onPress={() => save(`${path}.csv`, new Blob([csv()], { type: 'text/csv' }))} />
      </fieldset>
    </div>
  )
}

const Button = ({ text, onPress }: { text: string; onPress: () => unknown }) => (
  <button type="button" className="button" onClick={() => onPress()}>
    {text}
  </button>
)

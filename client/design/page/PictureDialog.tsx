/** The picture of an answer: one of our pictograms, or a file brought here. */
import { type ChangeEvent, useState } from 'react'
import { drawings, type Pictogram } from '../../../surveys/pictograms/drawings.ts'
import { pictogramWords } from '../../../surveys/pictograms/words.ts'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'

const names = (Object.keys(drawings) as Pictogram[]).toSorted((a, b) =>
  pictogramWords[a].localeCompare(pictogramWords[b], 'fr'),
)

type Props = { answer: string; chosen: string; onChoose: (picture: string) => void; onClose: () => void }

export function PictureDialog({ answer, chosen, onChoose, onClose }: Props) {
  const [error, setError] = useState<string>()
  async function bring(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (!file) return
    setError(undefined)
    if (file.size > 200_000) return setError('Cette image pèse plus de 200 Ko\u202f: réduisez-la.')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    try {
      onChoose((await call('POST /api/pictures', { body: { data } })).digest)
    } catch (failure) {
      setError(fieldErrors(failure).picture ?? sentenceOf(failure))
    }
  }
  return (
    <Dialog isOpen isWide title={`Image de «\u202f${answer}\u202f»`} closeText="Annuler" onClose={onClose}>
      <Field
        label="Votre image"
        help={
          'PNG ou SVG, 200 Ko au plus, sans texte\u202f: la réponse le dit déjà. Tout le monde peut la voir\u202f: ni visage, ni nom.'
        }
        error={error}
      >
        {(props) => (
          <input {...props} className="field" type="file" accept="image/png,image/svg+xml" onChange={bring} />
        )}
      </Field>
      <h3>Nos pictogrammes</h3>
      <ul className="pictograms">
        {names.map((name) => (
          <li key={name}>
            <button type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
              <svg className="choice-picture" viewBox="0 0 24 24" aria-hidden="true">
                <path d={drawings[name]} />
              </svg>
              {pictogramWords[name]}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

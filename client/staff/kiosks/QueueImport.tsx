/** A queue saved from a tablet, brought in by hand: what was already received is not counted twice. */
import { useState } from 'react'
import { sheetsIn } from '../../kiosk/queue/queue-file.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'

const batchSize = 20

export function QueueImport({ done }: { done: () => void }) {
  const [told, setTold] = useState('')
  const [error, setError] = useState('')
  async function take(file: File | undefined) {
    if (!file) return
    setError('')
    setTold('')
    const sheets = sheetsIn(await file.text())
    if (sheets === null) return setError('Ce n’est pas une file de borne.')
    const counts = { new: 0, same: 0, quarantined: 0, withdrawn: 0 }
    try {
      for (let from = 0; from < sheets.length; from += batchSize) {
        setTold(`${from} sur ${sheets.length}…`)
        const batch = { sheets: sheets.slice(from, from + batchSize) }
        const { outcomes } = await call('POST /api/kiosks/import', { body: batch })
        for (const { outcome } of outcomes) counts[outcome]++
      }
      setTold(
        `${sheets.length} fiches lues : ${counts.new} nouvelles, ${counts.same} déjà reçues, ${counts.quarantined} mises de côté.`,
      )
      done()
    } catch (cause) {
      setTold('')
      setError(`${sentenceOf(cause)} Importez de nouveau le même fichier : rien ne comptera deux fois.`)
    }
  }
  return (
    <section className="section">
      <h2>Importer la file d’une tablette</h2>
      <Field
        label="Fichier enregistré depuis la borne"
        help="Pour une tablette qui ne retrouve pas le réseau. Le fichier est scellé : seul ce serveur l’ouvre."
        error={error}
      >
        {(props) => (
          <input
            {...props}
            className="field"
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        )}
      </Field>
      <p role="status">{told}</p>
    </section>
  )
}

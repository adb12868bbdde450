/** A queue saved from a tablet, brought in by hand: what was already received is not counted twice. */
import { useState } from 'react'
import { responsesIn } from '../../kiosk/queue/queue-file.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'

const batchSize = 20

export function QueueImport({ done }: { done: () => void }) {
  const [message, setMessage] = useState('')
  const [error, setError] = useState('')
  async function take(file: File | undefined) {
    if (!file) return
    setError('')
    setMessage('')
    const responses = responsesIn(await file.text())
    if (responses === null) return setError('Ce n’est pas une file de borne.')
    const counts = { new: 0, same: 0, quarantined: 0, withdrawn: 0 }
    try {
      for (let from = 0; from < responses.length; from += batchSize) {
        setMessage(`${from} sur ${responses.length}…`)
        const batch = { sheets: responses.slice(from, from + batchSize) }
        const { outcomes } = await call('POST /api/kiosks/import', { body: batch })
        for (const { outcome } of outcomes) counts[outcome]++
      }
      setMessage(
        `${responses.length} fiches lues : ${counts.new} nouvelles, ${counts.same} déjà reçues, ${counts.quarantined} mises de côté.`,
      )
      const left = responses.length - Object.values(counts).reduce((sum, count) => sum + count, 0)
      if (left > 0)
        setError(
          `Trop de fiches de cette borne attendent déjà : ${left} n’ont pas trouvé de place. Décidez des premières, puis importez de nouveau le même fichier.`,
        )
      done()
    } catch (cause) {
      setMessage('')
      setError(`${sentenceOf(cause)} Importez de nouveau le même fichier : rien ne comptera deux fois.`)
    }
  }
  return (
    <section className="section">
      <h2>Importer la file d’une tablette</h2>
      <Field
        label="Fichier enregistré depuis la borne"
        help="Pour une tablette qui ne retrouve pas le réseau. Le fichier est scellé : seul ce serveur l’ouvre."
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
      <p role="status">{message}</p>
    </section>
  )
}

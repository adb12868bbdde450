/** What waits on this device: nothing to do while the network is away, a question or a correction when the server asks one. */
import { shortDayText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import type { Waiting } from './device/held.ts'
import { waiting } from './device/held.ts'
import { drain, useWaiting } from './device/sending.ts'
import { counted, peopleText } from './words.ts'

export function WaitingList() {
  const items = useWaiting()
  const simple = items.filter(({ problem, like }) => problem === '' && like === null)
  return (
    <div role="status" className="log-waiting">
      {simple.length > 0 && (
        <p className="notice">
          {counted(simple.length, 'séance attend', 'séances attendent')} le réseau sur cet appareil. Rien à faire :{' '}
          {simple.length < 2 ? 'elle partira toute seule' : 'elles partiront toutes seules'}.
        </p>
      )}
      {items
        .filter((item) => !simple.includes(item))
        .map((item) => (
          <Asking key={item.id} item={item} />
        ))}
    </div>
  )
}

function Asking({ item }: { item: Waiting }) {
  const { id, entry, problem, like } = item
  const what = `« ${entry.activity} », ${shortDayText(entry.day, 'fr')}, ${peopleText(entry.present)}`
  const forget = (
    <Button onClick={() => void waiting.drop(id)}>
      {like ? 'C’est la même : ne rien ajouter' : 'Retirer de cet appareil'}
    </Button>
  )
  const again = async () => {
    await waiting.put({ ...item, isAnother: like !== null || item.isAnother, like: null, problem: '' })
    await drain().catch(() => {})
  }
  return (
    <div className="notice" data-kind="warm">
      <p>
        {what} :{' '}
        {like
          ? `une séance est déjà notée ce jour-là par ${like.by} (${peopleText(like.present)}). Est-ce la même ?`
          : problem}
      </p>
      <div className="actions">
        {forget}
        <Button onClick={() => void again()}>{like ? 'C’en est une autre : l’ajouter' : 'Réessayer'}</Button>
      </div>
    </div>
  )
}

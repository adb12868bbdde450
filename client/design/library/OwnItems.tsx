/** What the authority keeps in its library, by name. */
import { useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText } from '../../parts/staff/dates.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { orNotify } from '../../parts/staff/Toasts.tsx'

type Item = design.LibraryItems['items'][number]
type Props = {
  items: readonly Item[]
  described: (item: Pick<Item, 'elements'>) => string
  onChoose: (item: Item) => void
  /** One has left. */
  onDropped: () => void
}

export function OwnItems({ items, described, onChoose, onDropped }: Props) {
  const [dropping, setDropping] = useState<Item | null>(null)
  async function drop({ id }: Item) {
    setDropping(null)
    await orNotify(async () => {
      await call('DELETE /api/library/:id', { params: { id } })
      onDropped()
    })
  }
  return (
    <section className="type-part">
      <h3>Gardées par votre équipe</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="own-item">
            <button type="button" className="tile-button" onClick={() => onChoose(item)}>
              <b>{item.title}</b>
              <small>{described(item)}</small>
              <small>
                {item.byName}, le {dayText(item.at)}
              </small>
            </button>
            <button type="button" className="link" onClick={() => setDropping(item)}>
              Retirer<span className="visually-hidden"> « {item.title} » de la bibliothèque</span>
            </button>
          </li>
        ))}
      </ul>
      {dropping && (
        <Dialog
          isOpen
          title={`Retirer « ${dropping.title} » ?`}
          closeText="Garder"
          onClose={() => setDropping(null)}
          actions={
            <DialogButton isDanger onPress={() => void drop(dropping)}>
              Retirer
            </DialogButton>
          }
        >
          <p>Vos collègues ne la trouveront plus. Les questionnaires qui l’ont reprise n’en perdent rien.</p>
        </Dialog>
      )}
    </section>
  )
}

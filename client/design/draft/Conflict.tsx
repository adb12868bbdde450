/** Two people, one draft, the same places: what each wrote there, chosen place by place; or one's own work apart. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Crossed } from '../../../surveys/changes/crossings.ts'
import type { Side } from '../../../surveys/edit/merge.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { tabHref } from '../addresses.ts'
import { deviceCopies } from './device-copy.ts'
import type { Crossing, DraftRoom } from './useDraft.ts'
import './conflict.css'

export function Conflict({ room }: { room: DraftRoom }) {
  const { crossing } = room
  return crossing ? <Choose room={room} crossing={crossing} /> : <Closed room={room} />
}

function Choose({ room, crossing }: { room: DraftRoom; crossing: Crossing }) {
  const { asked, byName, settle, leave } = crossing
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const left = asked.filter(({ place }) => !chosen.has(place)).length
  const everywhere = (side: Side) => settle(new Map(asked.map(({ place }) => [place, side])))
  return (
    <section className="conflict boxed" aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        {asked.length > 1 ? `${asked.length} endroits changés` : 'Un endroit changé'}{' '}
        {byName === null ? 'aussi ailleurs' : `par ${byName} et par vous`}
      </h2>
      <p>
        Tout le reste est réuni. {asked.length > 1 ? 'Pour chacun, choisissez' : 'Choisissez'} ce qui reste ; rien n’est
        perdu d’ici là.
      </p>
      <ul className="conflict-places">
        {asked.map((crossed) => (
          <Place
            key={crossed.place}
            crossed={crossed}
            byName={byName}
            side={chosen.get(crossed.place)}
            onChoose={(side) => setChosen(new Map([...chosen, [crossed.place, side]]))}
          />
        ))}
      </ul>
      <div className="actions">
        <Button kind="main" disabled={left > 0} aria-describedby="conflict-left" onClick={() => settle(chosen)}>
          Réunir ainsi
        </Button>
        <Button onClick={() => everywhere('mine')}>Garder les miens partout</Button>
        {leave && (
          <Button kind="quiet" onClick={leave}>
            Plus tard
          </Button>
        )}
        <p id="conflict-left" className="muted" role="status">
          {left === 0 ? '' : left === 1 ? 'Il reste un choix à faire.' : `Il reste ${left} choix à faire.`}
        </p>
      </div>
      <details>
        <summary>Ou garder mon travail en copie</summary>
        <Copy room={room} mine={crossing.mine} />
      </details>
    </section>
  )
}

type PlaceProps = {
  crossed: Crossed
  byName: string | null
  side: Side | undefined
  onChoose: (side: Side) => void
}

function Place({ crossed: { place, where, rows }, byName, side, onChoose }: PlaceProps) {
  const [first] = rows
  const one = rows.length === 1 ? first : undefined
  const sides: [Side, string][] = [
    ['mine', byName === null ? 'Ce qui est ici' : 'Le vôtre'],
    ['theirs', byName === null ? 'Ce qui est ailleurs' : `Celui de ${byName}`],
  ]
  return (
    <li>
      <fieldset>
        <legend>
          {one && `${one.what} · `}
          {where}
        </legend>
        {sides.map(([each, label]) => (
          <label key={each} className="choice">
            <input type="radio" name={place} checked={side === each} onChange={() => onChoose(each)} />
            <span>
              <small>{label}</small>
              {rows.map((row) => {
                const { tag, direction } = languageRows[row.language ?? 'fr']
                return (
                  <span key={`${row.what} ${row.language}`} className="conflict-words">
                    {!one && `${row.what}\u202f: `}
                    {row[each] === null ? (
                      <i>rien</i>
                    ) : (
                      <span lang={tag} dir={direction}>
                        {row[each]}
                      </span>
                    )}
                  </span>
                )
              })}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  )
}

/** Asked for, approved or thrown away meanwhile: there is no draft to join. */
function Closed({ room }: { room: DraftRoom }) {
  async function leave() {
    await deviceCopies.drop(room.slug, room.me.login)
    room.reload()
  }
  return (
    <section className="conflict boxed" aria-labelledby="conflict-title">
      <h2 id="conflict-title">Ce brouillon ne peut plus changer</h2>
      <p>
        Sa relecture a été demandée, ou il a été approuvé ou supprimé, pendant que vous écriviez. Ce que vous avez fait
        est encore ici et sur cet appareil.
      </p>
      <Copy room={room} mine={room.questionnaire} />
      <div className="actions">
        <Button kind="quiet" onClick={() => void leave()}>
          Laisser mes derniers changements
        </Button>
      </div>
    </section>
  )
}

function Copy({ room, mine }: { room: DraftRoom; mine: Questionnaire }) {
  const [, go] = useLocation()
  const [newSlug, setNewSlug] = useState(`${room.slug.slice(0, 33)}-copie`)
  const [errors, saving, isBusy] = useSaving()
  const keep = () =>
    saving(async () => {
      const title = `${frenchOf(mine.title) || 'Sans titre'} (copie)`
      await call('POST /api/design', { body: { from: 'blank', title, newSlug } })
      const copy = await call('GET /api/design/:slug', { params: { slug: newSlug } })
      const questionnaire = { ...mine, slug: newSlug, version: 1, title }
      await call('PUT /api/design/:slug', {
        params: { slug: newSlug },
        body: { revision: copy.revision, questionnaire },
      })
      await deviceCopies.drop(room.slug, room.me.login)
      notify('Votre travail est devenu un questionnaire à part. L’autre n’a pas été touché.')
      go(tabHref(newSlug, 'page'))
    })
  return (
    <div className="conflict-copy">
      <TextField
        label="Code de la copie"
        help="Il sert dans les adresses : /q/code"
        error={errors.newSlug}
        value={newSlug}
        onChange={setNewSlug}
      />
      <Button disabled={isBusy} onClick={keep}>
        Garder mon travail en copie
      </Button>
    </div>
  )
}

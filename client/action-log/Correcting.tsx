/** A session corrected: what it said before stays in its history. */

import { useState } from 'react'
import type { actionLog } from '../../api/wire/public.ts'
import { entryProblems } from '../../surveys/action-log/problems.ts'
import { dayOf } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useDraft } from '../parts/staff/draft.ts'
import { call } from '../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../parts/staff/Toasts.tsx'
import { submits, useSaving } from '../parts/staff/useSaving.ts'
import { useDesk } from './device/useDesk.ts'
import { EntryForm } from './EntryForm.tsx'
import { tidied } from './noting.ts'

type Props = { page: actionLog.EntryPage; done: () => void; leave: () => void }

export function Correcting({ page: { id, entry, revision }, done, leave }: Props) {
  const [loaded, again] = useDesk()
  const [draft, setDraft, dropDraft] = useDraft(`action-log:${id}`, { entry, revision })
  const [refused, saving] = useSaving()
  const [found, setFound] = useState<Record<string, string>>({})
  async function save(desk: actionLog.Desk) {
    const known = {
      communes: new Set(desk.communes.map(({ value }) => value)),
      objectives: new Set([...desk.objectives.map(({ number }) => number)]),
      actions: new Set(desk.actions.map(({ number }) => number)),
    }
    const problems = entryProblems(draft.entry, known, dayOf(new Date()))
    setFound(Object.fromEntries(problems.map(({ path, message }) => [path, message])))
    if (problems.length > 0) return notifyProblem('Rien n’est perdu : corrigez ce qui est signalé, puis enregistrez.')
    await saving(async () => {
      // the whole draft goes with the revision it was begun on: nobody's correction is written over
      await call('PUT /api/action-log/:entry', {
        params: { entry: id },
        body: { entry: tidied(draft.entry), revision: draft.revision },
      })
      dropDraft({ entry, revision })
      notify('La correction est enregistrée.')
      done()
    })
  }
  return (
    <Loading loaded={loaded} again={again}>
      {(desk) => (
        <form className="form log-form" noValidate onSubmit={submits(() => save(desk))}>
          <EntryForm
            desk={desk}
            entry={draft.entry}
            set={(next) => setDraft({ ...draft, entry: next })}
            errors={{ ...refused, ...found }}
            isUsual={false}
          />
          <div className="actions log-save">
            <Button type="submit" kind="main">
              Enregistrer la correction
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                dropDraft({ entry, revision })
                leave()
              }}
            >
              Abandonner
            </Button>
          </div>
        </form>
      )}
    </Loading>
  )
}

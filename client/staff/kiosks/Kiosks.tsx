/** The kiosks: which tablets stand where, whether they are well, and the responses that wait for a decision. */
import { useCallback, useEffect, useState } from 'react'
import type { kiosk } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { opensTo } from '../../parts/staff/menu.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import { KioskAside } from './KioskAside.tsx'
import { KioskDialog } from './KioskDialog.tsx'
import { KioskLinkDialog } from './KioskLinkDialog.tsx'
import { KioskQuarantine } from './KioskQuarantine.tsx'
import { KioskTable } from './KioskTable.tsx'
import { QueueImport } from './QueueImport.tsx'

type Line = kiosk.KioskLine
type Open =
  | { kind: 'edit'; line: Line | null }
  | { kind: 'link'; name: string; link: kiosk.KioskLink }
  | { kind: 'revoke' | 'emptied' | 'aside'; line: Line }
  | null

/** The page looks again this often, since tablets report every minute. */
const lookMs = 30_000

export function Kiosks() {
  const roles = useMe()?.account?.roles ?? []
  const decides = roles.includes('admin')
  const ask = useCallback(() => call('GET /api/kiosks'), [])
  const [loaded, again] = useLoaded(ask)
  const [fresh, setFresh] = useState<kiosk.KiosksPage | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const look = useCallback(() => ask().then(setFresh, () => {}), [ask])
  useEffect(() => {
    const timer = setInterval(look, lookMs)
    return () => clearInterval(timer)
  }, [look])
  async function act(deed: Promise<unknown>, done: string) {
    close()
    await orNotify(async () => {
      await deed
      notify(done)
    })
    void look()
  }
  async function newLink({ id, name }: Line) {
    await orNotify(async () =>
      setOpen({ kind: 'link', name, link: await call('POST /api/kiosks/:id/link', { params: { id }, body: {} }) }),
    )
  }
  const asked = open?.kind === 'revoke' || open?.kind === 'emptied' ? open : null
  return (
    <StaffFrame
      title="Bornes"
      lead="Une tablette posée dans un lieu d’accueil : elle envoie des réponses et ne lit rien."
      actions={
        opensTo('/gerer/bornes', roles) && (
          <Button kind="main" onClick={() => setOpen({ kind: 'edit', line: null })}>
            Ajouter une borne
          </Button>
        )
      }
    >
      <Loading loaded={loaded} again={again}>
        {(first) => {
          const page = fresh ?? first
          return (
            <>
              <KioskTable
                page={page}
                onLink={newLink}
                onEdit={(line) => setOpen({ kind: 'edit', line })}
                onRevoke={(line) => setOpen({ kind: 'revoke', line })}
                onEmptied={decides ? (line) => setOpen({ kind: 'emptied', line }) : null}
                onAside={decides ? (line) => setOpen({ kind: 'aside', line }) : null}
              />
              {decides && (
                <>
                  <KioskQuarantine
                    page={page}
                    decide={(id, decision) =>
                      act(
                        call('POST /api/kiosks/quarantine/:id', { params: { id }, body: { decision } }),
                        decision === 'keep' ? 'La fiche compte.' : 'La fiche est écartée, et son contenu effacé.',
                      )
                    }
                  />
                  <QueueImport done={() => void look()} />
                </>
              )}
              {open?.kind === 'edit' && (
                <KioskDialog
                  page={page}
                  line={open.line}
                  onClose={close}
                  onAdded={(name, link) => {
                    setOpen({ kind: 'link', name, link })
                    void look()
                  }}
                  onChanged={() => {
                    close()
                    notify('C’est changé : la borne le saura dans la minute.')
                    void look()
                  }}
                />
              )}
            </>
          )
        }}
      </Loading>
      {open?.kind === 'aside' && <KioskAside line={open.line} onClose={close} onDone={close} />}
      {open?.kind === 'link' && <KioskLinkDialog name={open.name} link={open.link} onClose={close} />}
      <Dialog
        isOpen={asked !== null}
        title={
          asked?.kind === 'emptied'
            ? `Rien ne viendra plus de « ${asked.line.name} » ?`
            : `Retirer « ${asked?.line.name ?? ''} » ?`
        }
        closeText="Annuler"
        onClose={close}
        actions={
          <DialogButton
            isDanger
            onPress={() => {
              if (!asked) return
              const { id, name } = asked.line
              void act(
                call(`POST /api/kiosks/:id/${asked.kind}`, { params: { id }, body: {} }),
                asked.kind === 'emptied'
                  ? 'C’est noté : ses anciennes clés peuvent être détruites.'
                  : `« ${name} » est retirée : elle n’envoie plus rien.`,
              )
            }}
          >
            {asked?.kind === 'emptied' ? 'Oui, sa file est vide ou perdue' : 'Retirer la borne'}
          </DialogButton>
        }
      >
        {asked?.kind === 'emptied' ? (
          <p>
            Les réponses encore sur la tablette, ou dans un fichier enregistré depuis elle, ne pourront plus être
            ouvertes. Importez d’abord le fichier s’il y en a un.
          </p>
        ) : (
          <p>
            La tablette est refusée tout de suite. Les réponses qu’elle garde restent scellées : avec son code, le
            personnel peut les enregistrer dans un fichier que vous importerez ici.
          </p>
        )}
      </Dialog>
    </StaffFrame>
  )
}

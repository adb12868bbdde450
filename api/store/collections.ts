/** Every stored collection: a row says its name, its schema, and what a data protection officer asks of it. */
import { accountCollections } from '../accounts/collections.ts'
import { authorityCollections } from '../authority/collections.ts'
import { designCollections } from '../design/collections.ts'
import { erasureCollections } from '../erasure/collections.ts'
import { actionLogCollections } from '../evidence/action-log/collections.ts'
import { directoryCollections } from '../evidence/directory/collections.ts'
import { documentCollections } from '../evidence/documents/collections.ts'
import { heardCollections } from '../evidence/heard/collections.ts'
import { registeredCollections } from '../evidence/registered/collections.ts'
import { youngCollections } from '../evidence/young/collections.ts'
import { fieldworkCollections } from '../fieldwork/collections.ts'
import { pageCollections } from '../http/collections.ts'
import { keyCollections } from '../keys/collections.ts'
import { kioskCollections } from '../kiosks/collections.ts'
import { operationCollections } from '../operations/collections.ts'
import { paperCollections } from '../paper/collections.ts'
import { questionnaireCollections } from '../questionnaires/collections.ts'
import { responseCollections } from '../responses/collections.ts'
import { vigilanceCollections } from '../responses/vigilance/collections.ts'
import { resultCollections } from '../results/collections.ts'
import { settingsCollections } from '../settings/collections.ts'
import { tableCollections } from '../tables/collections.ts'
import type { CollectionRow } from './collection-row.ts'

export const collections = {
  ...questionnaireCollections,
  ...designCollections,
  ...responseCollections,
  ...paperCollections,
  ...kioskCollections,
  ...fieldworkCollections,
  ...vigilanceCollections,
  ...heardCollections,
  ...documentCollections,
  ...resultCollections,
  ...actionLogCollections,
  ...registeredCollections,
  ...directoryCollections,
  ...youngCollections,
  ...tableCollections,
  ...settingsCollections,
  ...authorityCollections,
  ...accountCollections,
  ...operationCollections,
  ...keyCollections,
  ...erasureCollections,
  ...pageCollections,
}

/** The rows in the order of the register, whatever their documents are. */
export const collectionRows: readonly CollectionRow<unknown>[] = Object.values(collections)

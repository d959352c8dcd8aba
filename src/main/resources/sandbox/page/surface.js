// A message as a surface of blocks (see blocks/blocks.js). What was chosen in it is kept here, so that a
// choice stays in sight when the message is drawn again.

import * as api from "./api.js";
import { store } from "./store.js";
import { refresh } from "./sync.js";
import { attempt } from "./toast.js";

const chosen = new Map();

/** The surface of one message of the open conversation. */
export function messageSurface({ ts, values }) {
  const { me: as, channel } = store;
  const nameOf = (blockId, actionId) => [as, channel, ts, blockId, actionId].join("/");
  const send = async (blockId, actionId, value) => {
    chosen.set(nameOf(blockId, actionId), value);
    if (await attempt(() => api.sendAction({ as, channel, ts, blockId, actionId, value }))) await refresh();
  };
  return {
    name: ts,
    value: (blockId, actionId) => chosen.get(nameOf(blockId, actionId)) ?? values?.[blockId]?.[actionId],
    record: send,
    act: send,
    options: (blockId, actionId, query) => api.optionsFor({ as, channel, ts, blockId, actionId, query }),
  };
}

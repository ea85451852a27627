import type { JoinPage } from '@reihe/shared-contracts';
import { joinDoor, joinSituation, providerOf } from '@reihe/shared-policies';
import type { JoinHolder } from './join-holder';

/** What the holder of a join address may see now: how to get in only while the door is open, the link itself never. */
export function toJoinPage(found: JoinHolder, now: Date): JoinPage {
  const { session, holder, name, timeZone, place, toldStartsAt, recap } = found;
  const situation = joinSituation(found.seat, session, now);
  const { opensAt, closesAt } = joinDoor(session);
  return {
    situation,
    holder,
    name,
    timeZone,
    place,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    movedFrom: toldStartsAt.getTime() === session.startsAt.getTime() ? null : toldStartsAt.toISOString(),
    session: {
      slug: session.slug,
      seriesSlug: session.seriesSlug,
      title: session.title,
      language: session.titleLanguage,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      timeZone: session.timeZone,
    },
    cancelReason: situation === 'cancelled' ? session.cancelReason : null,
    access:
      situation === 'open'
        ? {
            hasLink: session.url !== '',
            provider: providerOf(session),
            meetingId: session.meetingId,
            passcode: session.passcode,
            dialIn: session.dialIn,
          }
        : null,
    recap: situation === 'over' ? recap : null,
  };
}

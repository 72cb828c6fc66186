using System.Globalization;

namespace Rapport.Formats.ICalendar;

/// <summary>Writes one visit as an iCalendar object (RFC 5545, RFC 5546) for a mail attachment.</summary>
/// <remarks>Without an alarm: Rapport reminds, and a second bell from the calendar is one too many.</remarks>
public static class CalendarWriter
{
    public static string Write(CalendarVisit visit)
    {
        var lines = new ContentLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Rapport//Rapport//EN")
            .Add("METHOD", visit.Method.ToString().ToUpperInvariant());
        if (HasWallClock(visit.StartsAt, visit.Zone) && HasWallClock(visit.StartsAt + visit.Duration, visit.Zone))
        {
            var local = TimeZoneInfo.ConvertTime(visit.StartsAt, visit.Zone);
            lines.AddAll(ZoneDefinition.For(visit.Zone, local.Year));
            Event(lines, visit, $";TZID={ZoneDefinition.NameOf(visit.Zone)}", at => Wall(at, visit.Zone));
        }
        else
        {
            Event(lines, visit, "", Utc);
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    private static void Event(ContentLines lines, CalendarVisit visit, string zone, Func<DateTimeOffset, string> time)
    {
        lines.Add("BEGIN", "VEVENT")
            .Add("UID", ContentLines.Visible(visit.Uid))
            .Add("SEQUENCE", visit.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("DTSTAMP", Utc(visit.WrittenAt))
            .Add($"DTSTART{zone}", time(visit.StartsAt))
            .Add($"DTEND{zone}", time(visit.StartsAt + visit.Duration))
            .AddText("SUMMARY", visit.Summary)
            .AddText("LOCATION", visit.Location)
            .AddText("DESCRIPTION", visit.Description)
            .Add("STATUS", visit.Method is CalendarMethod.Cancel ? "CANCELLED" : "CONFIRMED")
            .Add("CLASS", "PRIVATE")   // a shared family or work calendar then shows "busy" only
            .Add("TRANSP", visit.Method is CalendarMethod.Cancel ? "TRANSPARENT" : "OPAQUE")
            .Add(Organizer(visit), MailTo(visit.OrganizerAddress));
        if (visit is { Method: not CalendarMethod.Publish, AttendeeAddress: { } attendee })
        {
            lines.Add("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE", MailTo(attendee));
        }

        lines.Add("END", "VEVENT");
    }

    private static string Organizer(CalendarVisit visit) =>
        visit.OrganizerName is { } name ? $"ORGANIZER;CN={ContentLines.Quoted(name)}" : "ORGANIZER";

    private static string MailTo(string address) => $"mailto:{ContentLines.Visible(address)}";

    private static string Wall(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // In the hour that an autumn night repeats, a wall-clock time means its first pass (RFC 5545 §3.3.5): the second can only
    // be said in UTC. A zone that is UTC needs no definition either.
    private static bool HasWallClock(DateTimeOffset at, TimeZoneInfo zone) => zone.Id is not ("UTC" or "Etc/UTC") && !IsSecondPass(at, zone);

    // Not IsAmbiguousTime, which misses the zones whose daylight time is "negative", such as Morocco's.
    private static bool IsSecondPass(DateTimeOffset at, TimeZoneInfo zone)
    {
        var earlier = zone.GetUtcOffset(at.AddHours(-3));
        var repeated = earlier - zone.GetUtcOffset(at);
        return repeated > TimeSpan.Zero && zone.GetUtcOffset(at - repeated) == earlier;
    }
}

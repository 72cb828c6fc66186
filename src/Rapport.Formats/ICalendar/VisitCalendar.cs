using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Delivery;

namespace Rapport.Formats.ICalendar;

/// <summary>Writes a booked, moved or cancelled visit for the patient's calendar, in words that anybody at home may read.</summary>
public sealed class VisitCalendar : IVisitCalendar
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(30);

    public string Write(Visit visit, Practice practice, Language language, DateTimeOffset now)
    {
        var startsAt = visit.StartsAt ?? throw new ArgumentException("A visit without a start cannot stand in a calendar.", nameof(visit));
        var isNeutral = visit.Sensitivity > Sensitivity.Generic;
        var name = isNeutral ? practice.NeutralName ?? practice.ShortName ?? practice.Name : practice.Name;
        return CalendarWriter.Write(new CalendarVisit
        {
            Uid = $"{Chance.IdOf("visit", practice.Id, visit.Id):N}@{Domain(practice)}",
            Sequence = visit.IsOnTheBook ? (visit.MovedAt is null ? 0 : 1) : 2,
            Method = visit.IsOnTheBook ? CalendarMethod.Publish : CalendarMethod.Cancel,
            StartsAt = startsAt,
            Duration = visit.EndsAt - startsAt is { } length && length > TimeSpan.Zero ? length : UsualLength,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(practice.TimeZone),
            Summary = language == Language.Spanish ? $"Visita en {name}" : $"Visit at {name}",
            Location = isNeutral ? null : visit.Place,
            OrganizerName = name,
            OrganizerAddress = practice.Email ?? $"practice@{Domain(practice)}",
            WrittenAt = now,
        });
    }

    private static string Domain(Practice practice) => practice.Email is { } email ? email[(email.IndexOf('@') + 1)..] : "rapport.invalid";
}

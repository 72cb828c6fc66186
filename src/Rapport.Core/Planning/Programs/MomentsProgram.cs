using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>A birthday wish and a welcome: short, no ask, and nothing at all when there is a reason to be quiet.</summary>
/// <remarks>The form follows Caring Contacts (Comtois 2019, <c>evidence.md §2.8</c>): non-demanding, and a reply reaches a person.</remarks>
public sealed class MomentsProgram : IProgram
{
    private static readonly TimeOnly GreetAt = new(10, 30);

    public string Name => "moments";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        if (NextBirthday(patient, context) is { } birthday)
        {
            yield return Wish("birthday", $"birthday {birthday.Year}", patient, birthday, lastsDays: 0, context, "Their birthday.");
        }

        if (FirstVisit(patient, context) is { } first)
        {
            yield return Wish("welcome", "welcome", patient, first.AddDays(2), lastsDays: 7, context, $"Their first visit was on {first:yyyy-MM-dd}.");
        }
    }

    private Proposal Wish(string step, string subject, PatientPicture patient, DateOnly day, int lastsDays, PlanningContext context, string because) =>
        new Proposal.Wish(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = subject,
            Step = step,
            Purpose = Purpose.Relationship,
            Urgency = Urgency.Kindness,
            Sensitivity = Sensitivity.Open,
            Window = new SendWindow(context.At(day, new TimeOnly(9, 0)), context.At(day, GreetAt), context.At(day.AddDays(lastsDays), new TimeOnly(20, 0))),
            Because = [Finding.For($"{Name}.{step}", because)],
        });

    private static DateOnly? NextBirthday(PatientPicture patient, PlanningContext context)
    {
        if (patient.BornOn?.Whole is not { } born || born >= context.Today)
        {
            return null;
        }

        var birthday = BirthdayIn(context.Today.Year, born);
        if (birthday < context.Today)
        {
            birthday = BirthdayIn(context.Today.Year + 1, born);
        }

        return birthday <= context.Today.AddDays(7) ? birthday : null;
    }

    // Born on 29 February: greeted on 1 March in common years, as the age changes then.
    private static DateOnly BirthdayIn(int year, DateOnly born) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, born.Month, born.Day);

    private static DateOnly? FirstVisit(PatientPicture patient, PlanningContext context)
    {
        DateOnly? first = null;
        foreach (var encounter in patient.Encounters)
        {
            if (encounter.Status is "finished" && encounter.From?.On.Earliest is { } day && (first is null || day < first))
            {
                first = day;
            }
        }

        return first >= context.Today.AddDays(-7) && first <= context.Today ? first : null;
    }
}

using System.Text;
using Rapport.Core.Primitives;
using Rapport.TestKit;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>A working day of a dozen people, as a timeline that a person has read line by line.</summary>
public sealed class WholeDayTests
{
    private static readonly string[] Everybody = ["ana", "ben", "dora", "ada", "leo", "ida", "mia", "nora", "paul", "omar", "gil", "rosa"];

    [Fact]
    public async Task A_whole_day_reads_as_a_person_has_approved_it()
    {
        using var practice = Evening();
        practice.MoveTo("2026-09-15 07:00");
        Overnight(practice);

        await practice.Live("2026-09-15 21:00");

        Snapshot.Match(Timeline(practice), "whole-day.txt");
    }

    private static PracticeDay Evening() => PracticeDay.Open("2026-09-14 18:00", PracticeSettings.AssumesConsentForKindNotes)
        .Has(Somebody.Ana, Somebody.Ben, Somebody.Dora,
            PatientRecord.Of("Ada", "Moya").Born("2016-01-01").Speaks("es"), PatientRecord.Of("Leo", "Moya").Born("2018-02-02").Speaks("es"),
            PatientRecord.Of("Ida", "Kohl").Born("1961-09-15").Texts("(518) 555-0170"),
            PatientRecord.Of("Mia", "Sorel").Born("1994-01-15").Mails("mia@example.org"),
            PatientRecord.Of("Nora", "Falk").Born("1970-02-02").Texts("(518) 555-0130"), PatientRecord.Of("Paul", "Berg").Born("1969-03-03").Texts("(518) 555-0130"),
            PatientRecord.Of("Omar", "Haddad").Born("1950-01-01").Texts("(518) 555-0111"),
            PatientRecord.Of("Gil", "Noor").Born("1979-01-01").Texts("(518) 555-0114"),
            PatientRecord.Of("Rosa", "Diaz").Born("1992-01-01").Texts("(518) 555-0115"))
        .Files(Papers.Guardian("ada", "MTH", "Eva", "Moya", "(518) 555-0120"), Papers.Guardian("leo", "MTH", "Eva", "Moya", "(518) 555-0120"), Papers.Encounter("ida", "2026-08-03 10:00"))
        .Notes("ida", "gardening", "interest", mayBeMentioned: true)
        .Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("ben", "2026-09-16 10:00").Confirmed(), VisitRecord.For("dora", "2026-09-18 08:30").For("cleaning"),
            VisitRecord.For("ada", "2026-09-16 13:00"), VisitRecord.For("leo", "2026-09-16 13:30"), VisitRecord.For("mia", "2026-09-16 11:00").For("counselling"),
            VisitRecord.For("nora", "2026-09-16 09:10"), VisitRecord.For("paul", "2026-09-16 15:40").For("cleaning"),
            VisitRecord.For("omar", "2026-09-16 16:00"), VisitRecord.For("gil", "2026-09-22 12:00"), VisitRecord.For("ida", "2026-10-05 09:00"))
        .ImportAndPlan();

    private static void Overnight(PracticeDay practice) => practice
        .Has(PatientRecord.Of("Omar", "Haddad").Born("1950-01-01").Texts("(518) 555-0111").Died("2026-09-14"))
        .Books(VisitRecord.For("gil", "2026-09-22 12:00").MovedTo("2026-09-23 09:30"))
        .Files(Papers.Encounter("rosa", "2026-09-14 16:00"))
        .ImportAndPlan();

    private static string Timeline(PracticeDay practice)
    {
        var page = new StringBuilder();
        foreach (var sent in practice.Pipeline.Touches.Sent().GroupBy(s => s.Message!.Id).OrderBy(g => g.First().SentAt).ThenBy(g => g.First().Touch.Recipient.Address, StringComparer.Ordinal))
        {
            var (touch, at) = (sent.First().Touch, practice.Pipeline.Planning.Context().Local(sent.First().SentAt!.Value));
            page.Append($"{at:HH:mm} {touch.Program}.{touch.Step} by {touch.Channel.ToString().ToLowerInvariant()} to {touch.Recipient.Address} about {string.Join(" and ", sent.Select(s => s.Touch.Patient.Value).Distinct())}\n");
            page.Append(Indented(sent.First().Message!.Subject is { } subject ? $"[{subject}]\n{sent.First().Message!.Body}" : sent.First().Message!.Body));
        }

        page.Append("NOT SAID\n");
        foreach (var (patient, reason) in Everybody.SelectMany(p => Silences(practice, p).Select(reason => (p, reason))))
        {
            page.Append($"    {patient}: {reason}\n");
        }

        page.Append("FOR A PERSON\n");
        return practice.Tasks.Aggregate(page, (all, task) => all.Append($"    {task.Patient}: {task.Because}\n")).ToString();
    }

    private static IEnumerable<string> Silences(PracticeDay practice, string patient) => practice.Pipeline.Explaining.Explain(patient, PracticeDay.Ct)!.Silences
        .Where(s => s.Program is "appointment" or "moments" or "follow-up")
        .Select(s => $"{s.Program}.{s.Step}: {s.Decisive.Because}").Distinct();

    private static string Indented(string words) => $"    {words.Replace("\n", "\n    ")}\n\n".Replace("    \n", "\n");
}

using System.Text.RegularExpressions;
using Rapport.Core.Composing;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Whether a message can be believed: rows 49 to 52 of <c>docs/safety/failures.md</c>.</summary>
public sealed partial class TrustTests
{
    private const string Night = "2026-09-15 21:00";

    [Fact]
    public async Task Row_49_No_message_links_anywhere_but_to_the_practice()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes).Has(Somebody.Dora, Somebody.Ana)
            .Files(Papers.Encounter("dora", "2026-09-14 10:00"), Papers.Encounter("ana", "2024-01-15 10:00"))
            .Books(VisitRecord.For("dora", "2026-09-24 09:00")).ImportAndPlan();

        await practice.Live("2026-10-20 21:00");

        practice.Outbox.Count.ShouldBeGreaterThan(2);
        foreach (var message in practice.Outbox)
        {
            Link.Matches(message.Everything).Select(l => l.Groups["host"].Value).ShouldAllBe(host => host == "willow.example");
            (message.IsText || message.From.EndsWith("@willow.example>")).ShouldBeTrue();
        }
    }

    [Fact]
    public void Row_49_No_approved_words_hold_a_link_of_their_own() =>
        TemplatePack.BuiltIn.All.Where(t => Link.IsMatch(t.Body.Source) || Shortener.IsMatch(t.Body.Source)).Select(t => t.Id).ShouldBeEmpty();

    [Fact]
    public async Task Row_50_Where_there_is_nothing_particular_to_say_nothing_is_said()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes).WithCarla()
            .Has(PatientRecord.Of("Ida", "Kohl").Born("1961-09-15").Texts("(518) 555-0170"), PatientRecord.Of("Uma", "Pohl").Born("1961-09-15").Texts("(518) 555-0171"),
                Somebody.Ben)
            .Files(Papers.Flag("ida", "grief", "2026-08-20"), Papers.Encounter("ida", "2026-08-03 10:00")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.Explain("ida").ShouldContain("There is a loss in the household");
        practice.Explain("uma").ShouldContain("No visit is on record, so there is no relationship to keep up.");
    }

    [Fact]
    public async Task Row_51_Nothing_is_signed_by_a_clinician_who_did_not_write_it()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Dora, Somebody.Ana).Files(Papers.Encounter("ana", "2026-09-14 10:00"))
            .Books(VisitRecord.For("dora", "2026-09-16 09:00")).ImportAndPlan();

        await practice.Live(Night);

        practice.Outbox.Count.ShouldBe(2);
        foreach (var message in practice.Outbox)
        {
            message.From.ShouldNotContain("Sato");
            message.Body.Split('\n').ShouldAllBe(line => !line.TrimStart('-', ' ', '—').StartsWith("Dr. Sato"));
            message.Body.ShouldContain("Willow Family");
        }
    }

    [Fact]
    public void Row_51_No_approved_words_end_with_a_clinician_s_name() =>
        TemplatePack.BuiltIn.All.Where(t => t.Body.Source.TrimEnd().Split('\n')[^1].Trim() is "{clinician}" or "Dr. {clinician}").Select(t => t.Id).ShouldBeEmpty();

    [Fact]
    public async Task Row_52_Nothing_in_a_message_is_loaded_from_anywhere()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Dora).Books(VisitRecord.For("dora", "2026-09-16 09:00")).ImportAndPlan();

        await practice.Live(Night);

        var markup = practice.Outbox.ShouldHaveSingleItem().Everything;
        markup.ShouldContain("<p");
        foreach (var loader in new[] { "src=", "<img", "<link", "<script", "url(", "@import", "<iframe" })
        {
            markup.ShouldNotContain(loader, Case.Insensitive);
        }
    }

    [GeneratedRegex(@"https?://(?<host>[^/\s""<>]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\b(?:bit\.ly|tinyurl|goo\.gl|t\.co|ow\.ly|www\.)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shortener { get; }
}

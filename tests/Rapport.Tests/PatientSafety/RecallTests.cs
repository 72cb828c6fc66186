using Rapport.Core.Planning;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Who is invited, and who is forgotten: rows 30 to 32 of <c>docs/safety/failures.md</c>.</summary>
public sealed class RecallTests
{
    private static PatientRecord Hal => PatientRecord.Of("Hal", "Orr").Born("1976-05-03").Texts("(518) 555-0103");

    [Fact]
    public async Task Row_30_Somebody_last_seen_in_2010_is_left_to_a_person()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Files(Papers.Encounter("ana", "2010-03-02 10:00")).ImportAndPlan();

        await practice.Live("2026-10-15 21:00");

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("ana", "relationship-expired");
        practice.Tasks.Count(t => t.Patient.Value is "ana").ShouldBe(1, "one decision, not one for each thing that is due");
    }

    [Fact]
    public async Task Row_31_An_invitation_cites_the_records_that_it_rests_on_and_who_came_lately_gets_none()
    {
        using var practice = PracticeDay.Open().Has(Hal, PatientRecord.Of("Jack", "Orr").Born("1976-02-03").Texts("(518) 555-0104"))
            .Files(CheckUp("hal", "2024-06-03"), CheckUp("jack", "2026-06-03")).ImportAndPlan();

        var planned = practice.Pipeline.Explaining.Explain("hal", PracticeDay.Ct).ShouldNotBeNull().Planned.Where(t => t.Program is "recall").ToList();
        planned.ShouldNotBeEmpty();
        planned.ShouldContain(t => t.Because.Any(f => f.Because.Contains("encounter-hal-2024-06-03")));
        planned.ShouldAllBe(t => t.Because[0].Because.Contains("is due on"));

        await practice.Live("2026-10-15 21:00");

        practice.Outbox.ShouldNotBeEmpty();
        practice.Pipeline.Touches.Sent().ShouldNotContain(s => s.Touch.Patient.Value == "jack" && s.Touch.Subject.StartsWith("adult_prev"));
    }

    [Fact]
    public async Task Row_32_Who_is_most_overdue_is_invited_all_the_same_and_ends_on_a_person_s_list()
    {
        using var practice = PracticeDay.Open().Has(Hal).Files(CheckUp("hal", "2017-06-03"), Papers.Encounter("hal", "2025-11-03 10:00", kind: "cleaning")).ImportAndPlan();

        await practice.Live("2027-03-01 21:00");

        var steps = practice.Pipeline.Touches.Sent().Where(s => s.Touch.Subject.StartsWith("adult_prev")).Select(s => s.Touch.Step).ToList();
        steps.ShouldBe(["invite", "nudge", "last-note"]);
        practice.Tasks.ShouldContain(t => t.Code == "recall-ended" && t.Subject.StartsWith("adult_prev"));
        practice.Outbox.ShouldAllBe(m => !m.Body.Contains("overdue", StringComparison.OrdinalIgnoreCase));
    }

    private static System.Text.Json.Nodes.JsonObject CheckUp(string patient, string on)
    {
        var visit = Papers.Encounter(patient, $"{on} 10:00");
        visit["type"] = new System.Text.Json.Nodes.JsonArray(Papers.Concept(Papers.Cpt, "99396"), Papers.Concept("urn:practice:visit-types", "check-up"));
        return visit;
    }
}

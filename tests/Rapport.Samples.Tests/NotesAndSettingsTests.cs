using System.Text.Json.Nodes;

namespace Rapport.Samples.Tests;

public sealed class NotesAndSettingsTests(Demo demo)
{
    [Fact]
    public void Every_note_is_about_a_patient_of_the_practice()
    {
        var known = demo.Morning.Of("Patient").Select(patient => (string)patient["identifier"]![0]!["value"]!).ToHashSet();

        Notes(demo.Summary.TodayFolder).ShouldAllBe(row => known.Contains(row.Split(',')[0]));
    }

    [Fact]
    public void Interests_may_be_mentioned_and_worries_may_not()
    {
        var notes = Notes(demo.Summary.TodayFolder);

        notes.Where(row => row.Contains(",interest,")).ShouldAllBe(row => row.EndsWith(",true"));
        notes.Where(row => !row.Contains(",interest,")).ShouldAllBe(row => row.EndsWith(",false"));
        notes.ShouldContain(row => row.Contains("nervous about needles"));
        notes.Count(row => row.Contains(",interest,")).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Todays_notes_are_yesterdays_and_one_more()
    {
        Notes(demo.Summary.TodayFolder).Except(Notes(demo.Summary.YesterdayFolder)).ShouldHaveSingleItem().ShouldContain("hiking");
    }

    [Fact]
    public void Every_kind_of_visit_on_the_book_has_a_label()
    {
        var settings = JsonNode.Parse(File.ReadAllText(demo.Summary.SettingsFile))!;
        var labels = settings["practice"]!["visitLabels"]!.AsArray().Select(label => (string)label!["code"]!).ToList();

        demo.Morning.Of("Appointment").Where(visit => visit["serviceType"] is not null)
            .Select(visit => (string)visit["serviceType"]![0]!["coding"]![0]!["code"]!).Distinct().ShouldBe(labels, ignoreOrder: true);
    }

    [Fact]
    public void The_label_of_a_sensitive_visit_says_only_that_it_is_a_visit()
    {
        var settings = JsonNode.Parse(File.ReadAllText(demo.Summary.SettingsFile))!;
        var sensitive = settings["practice"]!["visitLabels"]!.AsArray().Where(label => (string?)label!["sensitivity"] is "sensitive").ToList();

        sensitive.Count.ShouldBe(2);
        sensitive.ShouldAllBe(label => (string?)label!["en"] == "visit" && (string?)label["es"] == "visita");
    }

    private static string[] Notes(string folder) => [.. File.ReadLines(Path.Combine(folder, "notes.csv")).Skip(1)];
}

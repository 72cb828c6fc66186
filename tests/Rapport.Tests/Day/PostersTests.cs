using System.Text.Json.Nodes;
using Rapport.Screen;
using Rapport.TestKit;
using Rapport.Verbs;

namespace Rapport.Tests.Day;

/// <summary>What a message may not say to one person, a wall may say to all.</summary>
public sealed class PostersTests
{
    [Fact]
    public void On_World_Cancer_Day_the_waiting_room_has_its_fact_in_both_languages_with_source_and_reason()
    {
        var shown = Posters("2027-02-04");

        shown.ShouldContain("World Cancer Day, until 2027-02-04");
        shown.ShouldContain("From 30 to 50% of cancers could be prevented, says the WHO.");
        shown.ShouldContain("Entre el 30 y el 50% de los casos de cáncer se puede evitar, dice la OMS.");
        shown.ShouldContain("Source: WHO, cancer prevention, 2026-11.");
        shown.ShouldContain("Posted only: it names cancer");
    }

    [Fact]
    public void A_dentist_is_shown_what_suits_a_dentist()
    {
        var shown = Posters("2027-02-04", "dental");

        shown.ShouldContain("Children's Dental Health Month");
        shown.ShouldNotContain("World Cancer Day");
    }

    [Fact]
    public void A_fact_past_its_validity_is_not_shown() => Posters("2028-02-04").ShouldBeEmpty();

    private static string Posters(string on, params string[] specialties)
    {
        using var folder = new TemporaryFolder();
        var settings = PracticeSettings.Usual();
        settings["practice"]!["specialties"] = new JsonArray([.. specialties.Select(s => JsonValue.Create(s))]);
        var path = Path.Combine(folder.Path, "rapport.json");
        File.WriteAllText(path, settings.ToJsonString());
        using var output = new StringWriter();
        using var errors = new StringWriter();
        CommandLine.Build(new Terminal(output, errors, isWatched: false)).Parse(["posters", "--on", on, "--config", path]).Invoke().ShouldBe(CommandLine.Done, errors.ToString());
        return output.ToString();
    }
}

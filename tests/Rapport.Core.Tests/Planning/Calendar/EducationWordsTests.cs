using System.Text.RegularExpressions;
using Rapport.Core.Planning.Calendar;

namespace Rapport.Core.Tests.Planning.Calendar;

/// <summary>The calendar and the pack must not drift apart: a topic without words would plan touches that nobody can write.</summary>
public sealed partial class EducationWordsTests
{
    private static readonly EducationCalendar Calendar = EducationCalendar.Load();

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_topic_that_may_be_sent_has_words_for_each_audience_and_channel_and_no_words_lack_a_topic(string language)
    {
        var expected = Calendar.Rows.SelectMany(Situations);

        Sections(language).Keys.ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_text_states_the_fact_only_through_its_merge_field_and_says_who_writes(string language)
    {
        foreach (var (situation, text) in Sections(language).SelectMany(s => s.Value.Select(text => (s.Key, text))))
        {
            text.ShouldContain("{snippet}", customMessage: situation);
            text.ShouldContain("{practice}", customMessage: situation);
            text.ShouldContain("{phone}", customMessage: situation);
            text.Any(char.IsDigit).ShouldBeFalse(situation);
            text.Contains("{patient}").ShouldBe(situation.Contains("other"), situation);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_situation_has_at_least_two_wordings(string language) =>
        Sections(language).ShouldAllBe(section => section.Value.Count >= 2);

    private static IEnumerable<string> Situations(CalendarRow row) =>
        from audience in new[] { row.Audience is { HasChildren: true } ? "other" : null, row.Audience is { HasAdults: true } ? "self" : null }
        where audience is not null
        from channel in new[] { "sms", "email" }
        select $"education.{row.Id} · {audience} · {channel}";

    private static Dictionary<string, List<string>> Sections(string language)
    {
        using var stream = typeof(EducationCalendar).Assembly
            .GetManifestResourceStream($"Rapport.Core.Composing.Packs.{language}.education.md").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return Heading().Split(reader.ReadToEnd()).Skip(1).Chunk(2).ToDictionary(
            section => section[0],
            section => section[1].Split("\n---\n").ToList());
    }

    [GeneratedRegex("^## (?<situation>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}

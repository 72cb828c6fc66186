using System.Globalization;
using System.Text.RegularExpressions;
using Rapport.Engine.Planning;
using Rapport.Samples;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>What holds for every message of any practice on any day, looked at over whole invented practices.</summary>
public sealed partial class PromisesTests
{
    // What stands on these charts leaves nobody anything to say, or leaves it to a person.
    private static readonly DemoCase[] NeverContacted =
    [
        DemoCase.NewlyDeceased, DemoCase.DeceasedSharingPhone, DemoCase.DeceasedUndated, DemoCase.DeceasedBirthday, DemoCase.DoNotContact, DemoCase.SafeContact, DemoCase.DeniesAll,
        DemoCase.Inactive, DemoCase.MergedAway, DemoCase.NoContact, DemoCase.PregnancyLoss, DemoCase.ConfidentialTeen, DemoCase.GrievingBirthday,
        DemoCase.LandlineOnly, DemoCase.OtherLanguage,
    ];

    [Theory]
    [InlineData(1, "2026-11-24")]
    [InlineData(7, "2027-03-15")]
    [InlineData(2026, "2028-02-29")]
    public async Task Every_message_of_a_practice_keeps_every_promise(int seed, string today)
    {
        using var demo = await DemoDays.Live(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), seed, days: 2);

        demo.Sent.Count.ShouldBeGreaterThan(30);
        demo.Files.Count.ShouldBe(demo.Sent.Select(s => s.Message!.Id).Distinct().Count());
        Broken(demo).ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(DemoDays demo) =>
    [
        .. Recipients(demo), .. demo.Sent.Where(s => !IsGoodHour(s, demo)).Select(s => $"{s.Touch} left at {demo.Local(s):HH:mm dddd}"),
        .. TooMany(demo), .. demo.Files.SelectMany(f => BrokenIn(f, demo)), .. Strangers(demo),
    ];

    private static IEnumerable<string> Recipients(DemoDays demo)
    {
        var never = NeverContacted.SelectMany(what => demo.Summary.All(what).Select(who => (who, what))).ToLookup(c => c.who, c => c.what);
        return demo.Sent.Where(s => never.Contains($"Patient/{s.Touch.Patient}")).Select(s => $"{s.Touch} must not have left: {string.Join(", ", never[$"Patient/{s.Touch.Patient}"])}")
            .Concat(demo.Sent.Where(s => demo.Deceased.Contains(s.Touch.Patient.Value)).Select(s => $"{s.Touch} is about somebody who has died"))
            .Concat(demo.Sent.Where(s => demo.StoppedAddress == s.Touch.Recipient.Address).Select(s => $"{s.Touch} left to an address that was stopped"));
    }

    // Everybody of the demo lives in New York State.
    private static bool IsGoodHour(StoredTouch sent, DemoDays demo)
    {
        var at = demo.Local(sent);
        var (opens, closes) = (sent.Touch.Program, sent.Touch.Step) switch
        {
            ("moments" or "education", _) => (10, 18),
            (_, "moved" or "cancelled") => (8, 21),
            _ => (8, 20),
        };
        return at.Hour >= opens && at.Hour < closes && !(opens is 10 && at.DayOfWeek is DayOfWeek.Sunday);
    }

    private static IEnumerable<string> TooMany(DemoDays demo) => demo.Sent
        .Where(s => s.Touch.Step is not ("moved" or "cancelled"))
        .GroupBy(s => (s.Touch.Recipient.Address, DateOnly.FromDateTime(demo.Local(s))))
        .Where(g => g.Select(s => s.Message!.Id).Distinct().Count() > 1)
        .Select(g => $"{g.Count()} messages on {g.Key.Item2:yyyy-MM-dd}: {string.Join(", ", g.Select(s => s.Touch))}");

    private static IEnumerable<string> BrokenIn(SentFile file, DemoDays demo)
    {
        foreach (var code in demo.InternalWords.Where(code => file.Everything.Contains(code, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{file} says '{code}'";
        }

        if (file.IsMail && (file.Headers.Count(h => h.Name is "To") is not 1 || file.Headers.Any(h => h.Name is "Cc" or "Bcc")))
        {
            yield return $"{file} has more than one recipient";
        }

        if (file.IsText && !(file.Body.EndsWith("Reply STOP to end.") || file.Body.EndsWith("Responda ALTO para salir.")))
        {
            yield return $"{file} shows no way out";
        }

        if (file.IsText && int.Parse(file.Header("Segments").Split(' ')[0], CultureInfo.InvariantCulture) > 2)
        {
            yield return $"{file} is too long";
        }
    }

    // Whoever a message names is whom it is about, or who reads it.
    private static IEnumerable<string> Strangers(DemoDays demo)
    {
        foreach (var message in demo.Sent.GroupBy(s => s.Message!.Id))
        {
            var about = message.SelectMany(s => demo.NamesOf(s.Touch.Patient.Value)).Concat(demo.NamesOfReader(message.First().Touch)).ToHashSet();
            var words = Word.Matches($"{message.First().Message!.Subject} {message.First().Message!.Body}").Select(w => w.Value);
            foreach (var name in words.Where(w => demo.PatientNames.Contains(w) && !about.Contains(w)).Distinct())
            {
                yield return $"{message.First().Touch} names somebody else ({name.Length} letters)";
            }
        }
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}

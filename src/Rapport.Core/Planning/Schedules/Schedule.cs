using System.Reflection;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>The rows by which we judge what is due, with the codes that they rest on.</summary>
public sealed record Schedule
{
    public required string Version { get; init; }

    public required ValueList<ScheduleRow> Rows { get; init; }

    public required CodeBook Codes { get; init; }

    /// <summary>Which authority the schedule follows where they differ: <c>child-immunisation</c> to <c>AAP-2026</c>.</summary>
    public required ValueList<AuthorityChoice> Choices { get; init; }

    /// <summary>Concepts that rows speak of and no code means; such rows cannot see what they look for.</summary>
    public ValueList<string> UnknownConcepts { get; init; } = [];

    /// <summary>The schedule that is built in, with its own choice of authorities.</summary>
    public static Schedule BuiltIn { get; } = Read(BuiltInText, CodeBook.BuiltIn);

    /// <summary>The text of the schedule that is built in.</summary>
    public static string BuiltInText
    {
        get
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Rapport.Core.Planning.Schedules.schedule.json")
                ?? throw new InvalidOperationException("schedule.json is not built in.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads a schedule file.</summary>
    /// <exception cref="System.Text.Json.JsonException">A word or a rule is not understood; the message says which.</exception>
    public static Schedule Read(string json, CodeBook codes) => new ScheduleReader(codes).Read(json);

    /// <summary>Another authority for a question on which they differ, such as <c>child-immunisation</c>.</summary>
    public Schedule Following(string question, string authority) => this with
    {
        Choices = [.. Choices.Where(c => !string.Equals(c.Question, question, StringComparison.Ordinal)), new AuthorityChoice(question, authority)],
    };

    /// <summary>The rows of another schedule, which take the place of rows with the same id, and these.</summary>
    public Schedule With(Schedule other) => this with
    {
        Version = $"{Version}+{other.Version}",
        Codes = other.Codes,
        Rows = [.. Rows.Where(row => !other.Rows.Any(o => string.Equals(o.Id, row.Id, StringComparison.Ordinal))), .. other.Rows],
    };

    /// <summary>The rows in force: where authorities differ, those of the one that is followed.</summary>
    public ValueList<ScheduleRow> InForce =>
        [.. Rows.Where(row => row.Choice is null || Choices.Any(c => string.Equals(c.Question, row.Choice, StringComparison.Ordinal) && string.Equals(c.Authority, row.Authority, StringComparison.Ordinal)))];

    public override string ToString() => $"schedule {Version}";
}

/// <summary>The authority that is followed on one question.</summary>
public sealed record AuthorityChoice(string Question, string Authority);

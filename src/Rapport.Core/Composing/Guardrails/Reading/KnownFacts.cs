using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>A date, a time or both that the facts hold.</summary>
internal readonly record struct DatedFact(Role Role, DateOnly? Day, TimeOnly? Time, HalfOfDay? LooseHalf = null)
{
    public override string ToString() => "dated fact";
}

/// <summary>A month that the facts hold.</summary>
internal readonly record struct MonthFact(int Year, int Month)
{
    public override string ToString() => "month";
}

/// <summary>An amount that the facts hold.</summary>
internal readonly record struct AmountFact(decimal Value, string Unit, bool IsMoney, string Name)
{
    public override string ToString() => "amount";
}

/// <summary>A fact sheet as the guardrails look at it: what may be said, by kind.</summary>
internal sealed partial class KnownFacts
{
    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
        ["no", "none", "false", "not needed", "not required", "declined", "denied", "refused", "n/a", "na", "unknown", "not on file", "not allowed",
            "not authorized", "not permitted", "not given", "expired", "revoked", "missing", "ninguna", "ninguno", "no necesita", "no autorizado", "no autorizada", "never", "not booked", "not ready"],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stated = new(StringComparer.Ordinal);
    private readonly HashSet<string> _capitals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nameParts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clinicians = new(StringComparer.Ordinal);
    private readonly HashSet<int> _topics = [];
    private static readonly FrozenSet<string> Little = FrozenSet.ToFrozenSet(
        ["the", "and", "for", "with", "your", "you", "our", "are", "was", "name", "local", "first", "message", "patient", "program", "reply", "this", "that", "preferred", "practice", "relation", "los", "las", "del", "con", "por", "para", "una", "que"], StringComparer.Ordinal);

    private readonly bool _isSpanish;

    private KnownFacts(FactSheet sheet, bool isSpanish)
    {
        (Sheet, _isSpanish) = (sheet, isSpanish);
        Today = sheet.Find("today")?.Value is FactValue.Day today ? today.On : null;
        foreach (var fact in sheet.Facts)
        {
            Read(fact, "");
        }

        AddEdges();
    }

    public FactSheet Sheet { get; }

    public DateOnly? Today { get; }

    /// <summary>A result was released, or the patient asked about the body: what is said beside it may be read as a clinician's word.</summary>
    public bool IsClinical => _names.Contains("result") || _names.Contains("results") || Sheet.Facts.Any(fact => fact.Name.StartsWith("patient_question", StringComparison.Ordinal) || fact.Name.StartsWith("symptom", StringComparison.Ordinal));

    /// <summary>Names that have a time or price of their own.</summary>
    public List<Binding> Bindings => field ??= Binding.Of(Sheet, _isSpanish);

    public List<DatedFact> Dated { get; } = [];

    public List<MonthFact> Months { get; } = [];

    public List<AmountFact> Amounts { get; } = [];

    public HashSet<DayOfWeek> Weekdays { get; } = [];

    public HashSet<string> Phones { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of what is known but may be said only where the channel allows it: conditions, medicines, sensitive kinds.</summary>
    public HashSet<string> GuardedStems { get; } = new(StringComparer.Ordinal);

    /// <summary>Every text value, folded to words, for sequences such as <c>mrs ojeda</c>.</summary>
    public List<string> Phrases { get; } = [];

    /// <summary>Names of facts that are denied: <c>false</c>, <c>no</c>, <c>not on file</c>.</summary>
    public List<string> Denied { get; } = [];

    public static KnownFacts Of(FactSheet sheet, bool isSpanish) => new(sheet, isSpanish);

    /// <summary>Whether a value that the practice itself gave, not a patient's question, holds the word.</summary>
    public bool StatesStem(string norm) => _stated.Contains(Stem.Of(norm));

    public bool HasStem(string norm) => _stems.Contains(Stem.Of(norm));

    /// <summary>A word of a value or name of a fact, little words and names aside.</summary>
    public bool GroundsStem(string norm) => (_stems.Contains(Stem.Of(norm)) || GuardedStems.Contains(Stem.Of(norm))) && !Little.Contains(norm);

    public bool IsLittle(string norm) => Little.Contains(norm);

    /// <summary>Part of the name of the practice, the patient or another person of the facts.</summary>
    public bool IsName(string norm) => _nameParts.Contains(norm);

    /// <summary>Part of a clinician's name.</summary>
    public bool IsClinician(string norm) => _clinicians.Contains(norm);

    public bool IsCapitalised(string norm) => _capitals.Contains(norm);

    /// <summary>A fact with this word in its name, which is not denied.</summary>
    public bool Has(string nameWord) => _names.Contains(nameWord);

    public bool Allows(int topic) => _topics.Contains(topic);

    public bool AllowsAny(ReadOnlySpan<string> topics)
    {
        foreach (var topic in topics)
        {
            if (_names.Contains(topic) || (Topics.Shared.IdOf(topic) is >= 0 and var id && _topics.Contains(id)))
            {
                return true;
            }
        }

        return false;
    }

    public string? TextOf(string name) => Sheet.Find(name)?.Value is FactValue.Text text ? text.Words : null;

    public bool Flag(string name) => Sheet.Find(name)?.Value switch
    {
        FactValue.YesNo yes => yes.Yes,
        FactValue.Text text => text.Words.Length > 0 && !Denials.Contains(text.Words.Trim()),
        _ => false,
    };

    private void Read(Fact fact, string parent)
    {
        var name = parent.Length > 0 ? parent + "." + fact.Name : fact.Name;
        Read(name, Passage.Of(name.Replace('_', ' ').Replace('.', ' '), isSpanish: false), fact.Value);
    }

    private void Read(string name, Passage nameWords, FactValue value)
    {
        var isDenied = value is FactValue.YesNo { Yes: false } || (value is FactValue.Text text && (Denials.Contains(text.Words.Trim()) || text.Words.StartsWith("not ", StringComparison.Ordinal)));
        if (isDenied)
        {
            Denied.Add(name);
            return;
        }

        if (name is "today" or "language" or "language_pref")
        {
            return;
        }

        var isGuarded = IsGuarded(nameWords);
        foreach (var word in nameWords.Tokens)
        {
            _names.Add(word.Norm);
            if (value is FactValue.Text && name.EndsWith("_ok", StringComparison.Ordinal))
            {
                continue;   // pet_ok: "service dogs welcome" says which; the name says too much
            }

            License(word.Norm, isGuarded: false);
        }

        License(name, isGuarded: false);   // topics may ask for a whole name: old_local

        ReadValue(name, nameWords, value, isGuarded);
    }

    // A visit at 14:00 that is held for 15 minutes is held until 14:15; "eat nothing for two hours before" means since 12:00.
    private void AddEdges()
    {
        foreach (var span in Amounts.ToArray())
        {
            var minutes = Units.Of(span.Unit) is "hour" || span.Unit is "hour" ? span.Value * 60 : Units.Of(span.Unit) is "minute" || span.Unit is "minute" ? span.Value : 0;
            var role = span.Name.Contains("late", StringComparison.Ordinal) || span.Name.Contains("hold", StringComparison.Ordinal) || span.Name.Contains("grace", StringComparison.Ordinal) ? Role.Deadline
                : span.Name.Contains("prep", StringComparison.Ordinal) || span.Name.Contains("early", StringComparison.Ordinal) || span.Name.Contains("arriv", StringComparison.Ordinal) || span.Name.Contains("before", StringComparison.Ordinal) ? Role.Edge
                : Role.Any;
            if (minutes is > 0 and < 1440 && role is not Role.Any)
            {
                Dated.AddRange(Dated.Where(fact => fact is { Role: Role.Visit, Time: not null }).Select(fact => fact with { Role = role, Time = fact.Time!.Value.AddMinutes((double)(role is Role.Deadline ? minutes : -minutes)) }).ToArray());
            }
        }
    }

    private void ReadValue(string name, Passage nameWords, FactValue value, bool isGuarded)
    {
        var role = Roles.OfFact([.. nameWords.Tokens.Select(token => token.Norm)]);
        switch (value)
        {
            case FactValue.Day day:
                Dated.Add(new(role, day.On, null));
                break;
            case FactValue.Moment moment:
                Dated.Add(new(role, DateOnly.FromDateTime(moment.Local), TimeOnly.FromDateTime(moment.Local)));
                break;
            case FactValue.Month month:
                Months.Add(new(month.Year, month.MonthOfYear));
                break;
            case FactValue.Number number:
                Amounts.Add(new(number.Amount, "", IsMoney: false, name));
                break;
            case FactValue.Several several:
                foreach (var item in several.Items)
                {
                    Read(name, nameWords, item);
                }

                break;
            case FactValue.Group group:
                foreach (var fact in group.Facts)
                {
                    Read(fact, name);
                }

                break;
            case FactValue.Text text:
                ReadText(name, role, text.Words, isGuarded);
                break;
            default:
                break;
        }
    }

    private void License(string norm, bool isGuarded)
    {
        if (isGuarded)
        {
            GuardedStems.Add(Stem.Of(norm));
            return;
        }

        if (_stems.Add(Stem.Of(norm)))
        {
            Topics.Shared.AddGrantedBy(norm, _topics);
        }
    }

    private static bool IsGuarded(Passage nameWords)
    {
        foreach (var token in nameWords.Tokens)
        {
            if (token.Norm is "condition" or "conditions" or "diagnosis" or "diagnoses" or "medication" or "medications" or "medicine" or "drug" or "sensitive" or "result" or "results" or "problem")
            {
                return nameWords.Count is 1 || token.Norm is not ("result" or "results" or "medication" or "medications");
            }
        }

        return false;
    }
}

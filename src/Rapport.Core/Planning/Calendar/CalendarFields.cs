using System.Collections.Frozen;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Calendar;

/// <summary>A JSON object of the calendar and the row that a complaint about it names.</summary>
internal readonly record struct Field(string Owner, JsonElement Json)
{
    public Field Named(string owner) => this with { Owner = owner };

    public bool Has(string name) => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(name, out _);

    public Field Inner(string name) => new(Owner, Value(name, JsonValueKind.Object, "an object"));

    public IEnumerable<Field> Items(string name)
    {
        var owner = Owner;
        return Value(name, JsonValueKind.Array, "a list").EnumerateArray().Select((item, at) => new Field($"{owner} row {at + 1}", item));
    }

    public string Text(string name) => Value(name, JsonValueKind.String, "a text").GetString() is { } text && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw Wrong(name, "is empty");

    public int Number(string name, int min, int max) =>
        Value(name, JsonValueKind.Number, "a number").TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Wrong(name, $"is not a whole number from {min} to {max}");

    public decimal Grade(string name) =>
        Value(name, JsonValueKind.Number, "a number").TryGetDecimal(out var grade) && grade is >= 0 and <= 20
            ? grade
            : throw Wrong(name, "is not a school grade");

    public IEnumerable<string> Texts(string name)
    {
        var texts = Value(name, JsonValueKind.Array, "a list").EnumerateArray().Select(item => item.ValueKind is JsonValueKind.String ? item.GetString()! : "").ToList();
        return texts.Count > 0 ? texts : throw Wrong(name, "is empty");
    }

    public T Word<T>(string name, FrozenDictionary<string, T> words) =>
        Word(name, Text(name), words);

    public ValueList<T> WordList<T>(string name, FrozenDictionary<string, T> words)
    {
        var field = this;
        return [.. Texts(name).Select(word => field.Word(name, word, words))];
    }

    private T Word<T>(string name, string word, FrozenDictionary<string, T> words) =>
        words.TryGetValue(word, out var value) ? value : throw Wrong(name, $"is not one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}");

    public InvalidDataException Wrong(string name, string why) => new($"{Owner}: {name} {why}.");

    private JsonElement Value(string name, JsonValueKind kind, string called) =>
        Has(name) && Json.GetProperty(name) is var value && value.ValueKind == kind ? value : throw Wrong(name, $"is not {called}");
}

/// <summary>The words that the calendar file may use where its choice is closed.</summary>
internal static class Words
{
    public static FrozenDictionary<string, Specialty> Specialties { get; } = new Dictionary<string, Specialty>(StringComparer.Ordinal)
    {
        ["primary"] = Specialty.Primary,
        ["dental"] = Specialty.Dental,
        ["paediatrics"] = Specialty.Paediatrics,
        ["optometry"] = Specialty.Optometry,
        ["dermatology"] = Specialty.Dermatology,
        ["physical-therapy"] = Specialty.PhysicalTherapy,
        ["behavioural-health"] = Specialty.BehaviouralHealth,
        ["obstetrics"] = Specialty.Obstetrics,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, EvidenceTag> Tags { get; } = new Dictionary<string, EvidenceTag>(StringComparer.Ordinal)
    {
        ["S"] = EvidenceTag.Seen,
        ["S2"] = EvidenceTag.Reported,
        ["K"] = EvidenceTag.Known,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, EducationReason> Reasons { get; } = new Dictionary<string, EducationReason>(StringComparer.Ordinal)
    {
        ["any-visit"] = EducationReason.AnyVisit,
        ["dental-visit"] = EducationReason.DentalVisit,
        ["well-child"] = EducationReason.WellChild,
        ["eye-exam"] = EducationReason.EyeExam,
        ["contact-lenses"] = EducationReason.ContactLenses,
        ["physical-therapy"] = EducationReason.PhysicalTherapy,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, DayOfWeek> Weekdays { get; } =
        Enum.GetValues<DayOfWeek>().ToFrozenDictionary(day => day.ToString(), StringComparer.Ordinal);
}

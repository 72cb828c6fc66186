using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.House.Tests;

/// <summary>Makes records full of marked data, so that a test can see whether any of it comes out where it must not.</summary>
/// <remarks>Every text, date and number is a marker, but for ids and words that are no patient data by their name.</remarks>
internal sealed class Specimen
{
    private const string Text = "PATIENT-DATA";
    private const int DeepEnough = 12;

    private static readonly DateTimeOffset Instant = new(1913, 11, 23, 9, 17, 0, TimeSpan.Zero);

    // Ids and coded words may be logged; zones must be real ones. "Type.Property" where the property's name alone says too little.
    private static readonly Dictionary<string, object> NoPatientData = new(StringComparer.Ordinal)
    {
        ["Program"] = "program",
        ["Step"] = "step",
        ["Template"] = "template",
        ["RuleVersion"] = "version",
        ["Source"] = "Appointment/17",
        ["Code"] = "code",
        ["TimeZone"] = "America/New_York",
        ["Zones"] = "America/New_York",
        ["TimeZones"] = "America/New_York",
        ["MessageId"] = "message@practice.example",
        ["EnhancedStatus"] = "5.1.1",
        ["Channel"] = Channel.Email,
        ["Bearing"] = Bearing.Against,
        ["Status"] = "Sent",
        ["Use"] = "home",
        ["Service"] = "service",
        ["GroupKey"] = "key",
        ["SourceTelecom.System"] = "phone",
        ["Fact.Name"] = "visit.start",
        ["Situation.Name"] = "appointment.remind",
        ["ExtraHeader.Name"] = "Feedback-ID",
    };

    /// <summary>What gives marked data away, in any of the forms that it may be printed in.</summary>
    public static IReadOnlyList<string> Marks { get; } = [Text, "1913", "918273"];

    /// <summary>Every concrete record of an assembly, nested and internal ones too.</summary>
    public static IEnumerable<Type> RecordsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => IsRecord(type) && !type.IsAbstract && !type.ContainsGenericParameters);

    public static object Of(Type type)
    {
        try
        {
            return Make(type, "", 0) ?? throw new InvalidOperationException($"No {type} could be made.");
        }
        catch (Exception refused) when (refused is ArgumentException or TargetInvocationException or MissingMethodException)
        {
            throw new InvalidOperationException($"{type} refused what it was filled with; teach Specimen about it.", refused);
        }
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static object? Make(Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if ((NoPatientData.TryGetValue(name, out var word) || NoPatientData.TryGetValue(name.Split('.')[^1], out word)) && type.IsInstanceOfType(word))
        {
            return word;
        }

        if (type == typeof(string))
        {
            return name.EndsWith("Id", StringComparison.Ordinal) ? "id" : Text;
        }

        return Simple(type) ?? Lists(type, name, depth) ?? (depth > DeepEnough ? null : Composite(type, depth));
    }

    private static object? Simple(Type type) =>
        type == typeof(int) ? 918273 :
        type == typeof(long) ? 918273L :
        type == typeof(ulong) ? 918273UL :
        type == typeof(double) ? 918273.5 :
        type == typeof(decimal) ? 918273.5m :
        type == typeof(bool) ? true :
        type == typeof(char) ? 'x' :
        type == typeof(Guid) ? new Guid("00000000-0000-0000-0000-000000000001") :
        type == typeof(DateOnly) ? DateOnly.FromDateTime(Instant.DateTime) :
        type == typeof(TimeOnly) ? new TimeOnly(9, 17) :
        type == typeof(DateTime) ? Instant.DateTime :
        type == typeof(DateTimeOffset) ? Instant :
        type == typeof(TimeSpan) ? TimeSpan.FromTicks(918273) :
        type == typeof(PatientId) ? new PatientId("id") :
        type == typeof(HouseholdId) ? new HouseholdId("id") :
        type == typeof(PartialDate) ? PartialDate.From(DateOnly.FromDateTime(Instant.DateTime)) :
        type == typeof(PointInTime) ? PointInTime.From(Instant) :
        type == typeof(Language) ? Language.English :
        type == typeof(JsonElement) ? JsonElement.Parse($$"""{ "text": "{{Text}}" }""") :
        type == typeof(Uri) ? new Uri($"https://example.org/{Text}") :
        type.IsEnum ? Enum.GetValues(type).GetValue(0) : null;

    // One item is enough to print; at the bottom lists are empty, so that a family that holds itself comes to an end.
    private static object? Lists(Type type, string name, int depth)
    {
        if (type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() is var shape && (shape == typeof(ValueList<>) || shape == typeof(IReadOnlyList<>) || shape == typeof(IReadOnlyCollection<>) || shape == typeof(IEnumerable<>))))
        {
            var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, depth >= DeepEnough ? 0 : 1);
            if (items.Length is 1)
            {
                items.SetValue(Make(item, name, depth + 1), 0);
            }

            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
                ? ListOf(item, items)
                : items;
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() is var map && (map == typeof(IReadOnlyDictionary<,>) || map == typeof(IReadOnlySet<>))
            ? Activator.CreateInstance((map == typeof(IReadOnlySet<>) ? typeof(HashSet<>) : typeof(Dictionary<,>)).MakeGenericType(type.GetGenericArguments()))
            : null;
    }

    private static object ListOf(Type item, Array items) =>
        typeof(Specimen).GetMethod(nameof(TypedListOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [items])!;

    private static ValueList<T> TypedListOf<T>(T[] items) => new(items);

    private static object? Composite(Type type, int depth)
    {
        if (type.IsAbstract || type.IsInterface)
        {
            return type.Assembly.GetTypes()
                .Where(t => !t.IsAbstract && !t.ContainsGenericParameters && type.IsAssignableFrom(t))
                .Select(t => Make(t, "", depth + 1))
                .FirstOrDefault(made => made is not null);
        }

        if (type.IsGenericType && typeof(Delegate).IsAssignableFrom(type))
        {
            return null;
        }

        var made = Construct(type, depth);
        foreach (var property in made is null ? [] : Settable(type))
        {
            property.SetValue(made, Make(property.PropertyType, $"{type.Name}.{property.Name}", depth + 1));
        }

        return made;
    }

    private static object? Construct(Type type, int depth)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length);
        return constructor is null
            ? type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null
            : constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, $"{type.Name}.{Capital(p.Name!)}", depth + 1))]);
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length is 0);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

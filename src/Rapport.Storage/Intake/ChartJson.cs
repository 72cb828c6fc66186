using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Storage.Intake;

/// <summary>Writes and reads the documents of the chart: only what differs from a new record's own values.</summary>
/// <remarks>
/// Id, patient and date of change stand in columns of their own and are left out here, so that a record sent again with
/// only a new date has the same document. Types are read by reflection, not by a generated context: generated code gives
/// an init property that is absent from the document <c>null</c> instead of the record's own default.
/// </remarks>
internal static class ChartJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new CodeListJson(), new TextListJson(), new PointInTimeText() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // documents are never shown in a web page
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutColumns, LeaveOutDefaults } },
    };

    private static readonly FrozenDictionary<ChartKind, JsonTypeInfo> TypesByKind =
        ChartKinds.All.ToFrozenDictionary(kind => kind, kind => Options.GetTypeInfo(ChartKinds.TypeOf(kind)));

    private static readonly FrozenDictionary<Type, JsonTypeInfo> Types =
        TypesByKind.Values.DistinctBy(type => type.Type).ToFrozenDictionary(type => type.Type);

    public static Utf8JsonWriter WriterTo(IBufferWriter<byte> buffer) => new(buffer, new JsonWriterOptions
    {
        Encoder = Options.Encoder,
        SkipValidation = true,
    });

    public static void Write(Utf8JsonWriter writer, SourceRecord record) =>
        JsonSerializer.Serialize(writer, record, Types[record.GetType()]);

    public static SourceRecord Read(ChartKind kind, ReadOnlySpan<byte> body, string id, string patient, DateTimeOffset? updatedAt)
    {
        var record = (SourceRecord)JsonSerializer.Deserialize(body, TypesByKind[kind])!;
        return record is ChartRecord chart
            ? chart with { Id = id, UpdatedAt = updatedAt, Patient = patient }
            : record with { Id = id, UpdatedAt = updatedAt };
    }

    private static void LeaveOutColumns(JsonTypeInfo type)
    {
        if (!typeof(SourceRecord).IsAssignableFrom(type.Type))
        {
            return;
        }

        foreach (var column in type.Properties.Where(p => p.Name is "id" or "updatedAt" or "patient").ToArray())
        {
            type.Properties.Remove(column);
        }
    }

    // The serializer itself leaves out null, zero and false; empty lists and "true unless said otherwise" are ours to leave out.
    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;   // what is absent was written as its default
        }

        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.GetConstructor(Type.EmptyTypes) is null)
        {
            return;
        }

        var fresh = Activator.CreateInstance(type.Type)!;
        foreach (var property in type.Properties)
        {
            var usual = property.Get!(fresh);
            if (usual is true)
            {
                property.ShouldSerialize = static (_, value) => value is false;
            }
            else if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ValueList<>))
            {
                property.ShouldSerialize = (_, value) => !ReferenceEquals(value, usual);
            }
        }
    }
}

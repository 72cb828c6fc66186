using System.Text.Json.Serialization;
using Rapport.Core.Primitives;

namespace Rapport.Storage;

/// <summary>The small lists that stand in columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Finding[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StorageJson : JsonSerializerContext;

using System.Reflection;
using System.Runtime.CompilerServices;
using Rapport.Core.Primitives;

namespace Rapport.Storage.Tests.Intake;

/// <summary>Makes values in which every part differs from the part of a new one.</summary>
internal static class Filled
{
    /// <summary>An instance with every property set; fails where a type appears that it does not know how to fill.</summary>
    public static object Instance(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!, null))]);
        }

        var fresh = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            property.SetValue(fresh, Value(property.PropertyType, property.Name, property.GetValue(fresh)));
        }

        return fresh;
    }

    /// <summary>An instance with only its required properties set.</summary>
    public static object Required(Type type)
    {
        var fresh = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null))
        {
            property.SetValue(fresh, property.PropertyType.IsEnum ? Activator.CreateInstance(property.PropertyType) : Value(property.PropertyType, property.Name, null));
        }

        return fresh;
    }

    private static object Value(Type type, string name, object? usual)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return ListOf(type.GetGenericArguments()[0], name);
        }

        return type switch
        {
            _ when type == typeof(string) => $"{name} \"é名\u2028<\\",
            _ when type == typeof(bool) => !(usual as bool? ?? false),
            _ when type == typeof(int) => 7,
            _ when type == typeof(decimal) => 12.50m,
            _ when type == typeof(DateOnly) => new DateOnly(2024, 2, 29),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 9, 30, 15, 123, TimeSpan.FromHours(-5)).AddTicks(4567),
            _ when type == typeof(PartialDate) => new PartialDate(1957, 3),
            _ when type == typeof(PointInTime) => PointInTime.From(new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(-5))),
            _ when type == typeof(Code) => new Code("http://loinc.org", "4548-4"),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ when type.Namespace!.StartsWith("Rapport.Core.Intake", StringComparison.Ordinal) => Instance(type),
            _ => throw new NotSupportedException($"{name} is a {type}: say here how to fill it."),
        };
    }

    private static object ListOf(Type item, string name)
    {
        var items = Array.CreateInstance(item, 2);
        items.SetValue(Value(item, name, null), 0);
        items.SetValue(Value(item, $"{name}2", null), 1);
        return typeof(Filled).GetMethod(nameof(ToList), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private static ValueList<T> ToList<T>(T[] items) => [.. items];
}

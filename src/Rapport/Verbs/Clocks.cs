#pragma warning disable RS0030 // The host is where the system clock enters.
namespace Rapport.Verbs;

/// <summary>The one place that names the system's clock.</summary>
internal static class Clocks
{
    public static TimeProvider System => TimeProvider.System;
}

namespace Rapport.Core.Primitives;

/// <summary>Which way a finding points.</summary>
public enum Bearing
{
    /// <summary>Speaks for the contact, or allows it.</summary>
    For,

    /// <summary>Changes when or how.</summary>
    Shapes,

    /// <summary>Speaks against: the contact is not made.</summary>
    Against,
}

/// <summary>A coded reason for a yes, a no or a change; staff read <see cref="Because"/> as it stands.</summary>
/// <param name="Code">The rule's or program's name in kebab case, such as <c>quiet-hours</c>.</param>
/// <param name="Bearing">Which way it points.</param>
/// <param name="Because">One plain sentence. It may hold dates and services, so it is never logged.</param>
public sealed record Finding(string Code, Bearing Bearing, string Because)
{
    public override string ToString() => Code;

    public static Finding For(string code, string because) => new(code, Bearing.For, because);

    public static Finding Shapes(string code, string because) => new(code, Bearing.Shapes, because);

    public static Finding Against(string code, string because) => new(code, Bearing.Against, because);
}

namespace Rapport.TestKit;

/// <summary>Real time, for tests that talk to a real process or socket; all others pass a literal instant.</summary>
public sealed class RealTime : TimeProvider;

namespace SsoOidcGen.Plan;

/// <summary>An integer of fewer bits than <see cref="NumericType.Int32"/>.</summary>
internal enum NarrowInteger
{
    SByte,
    Int16,
}

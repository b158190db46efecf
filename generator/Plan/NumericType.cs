namespace SsoOidcGen.Plan;

/// <summary>The numbers of the generated code, by their names in .NET.</summary>
internal enum NumericType
{
    Int32,
    Int64,
    Single,
    Double,
}

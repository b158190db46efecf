namespace SsoOidcGen.Runtime;

/// <summary>The byte that says how a header's value is encoded.</summary>
internal enum EventHeaderType : byte
{
    True = 0,
    False = 1,
    Int8 = 2,
    Int16 = 3,
    Int32 = 4,
    Int64 = 5,
    Bytes = 6,
    Text = 7,
    Timestamp = 8,
    Uuid = 9,
}

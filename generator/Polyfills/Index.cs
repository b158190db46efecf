using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A position from the start, or from the end (<c>^1</c>).</summary>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
